import { type Block, type Body, blockText, type Inline } from '@/lib/articles/body'
import { limits, linkInput, mostUnfinishedBlocks, unfinishedBlock } from '@/lib/articles/input'
import { cutText } from '@/lib/bengali/cut-text'
import { normalizeText } from '@/lib/bengali/text'
import type { DocumentNode } from './body-document'

type Run = Inline & { look: string }

const isOn = (marks: DocumentNode['marks'], type: string) =>
  Array.isArray(marks) && marks.some((mark) => mark?.type === type)

function runOf({ text = '', marks }: DocumentNode): Run {
  const href = Array.isArray(marks)
    ? linkInput.safeParse(marks.find((mark) => mark?.type === 'link')?.attrs?.href).data
    : undefined
  const look: Omit<Inline, 'text'> = {
    ...(isOn(marks, 'bold') && { bold: true }),
    ...(isOn(marks, 'italic') && { italic: true }),
    ...(href && { href }),
  }
  return { text, ...look, look: JSON.stringify(look) }
}

/** Neighbours that look alike are one run: a letter and its sign meet before the text gate sees them. */
function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.look === run.look) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

/** Again while a run vanishes in the gate: those beside it may look alike. */
function gateRuns(runs: Run[]): Run[] {
  const joined = joinRuns(runs)
  const gated = joined.flatMap((run) => {
    const text = normalizeText(run.text)
    return text ? [{ ...run, text }] : []
  })
  return gated.length < joined.length ? gateRuns(gated) : gated
}

const childrenOf = (of: DocumentNode | undefined): DocumentNode[] =>
  Array.isArray(of?.content) ? of.content.filter((child) => child && typeof child === 'object') : []

/**
 * The text nodes below, in order, in a list for each node that holds text. Without recursion: a document may be nested
 * as deep as somebody wishes.
 */
function linesOf(top: DocumentNode): DocumentNode[][] {
  const lines: DocumentNode[][] = []
  const waiting: DocumentNode[] = [{ type: '', content: [top] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children = childrenOf(next)
    const texts = children.filter(({ text }) => typeof text === 'string')
    if (texts.length > 0) lines.push(texts)
    waiting.push(...children.filter(({ text }) => typeof text !== 'string').reverse())
  }
  return lines
}

function runsOf(of: DocumentNode | undefined): Inline[] {
  const runs = of ? gateRuns(linesOf(of).flat().map(runOf)) : []
  return runs.flatMap(({ text, look: _, ...marks }) =>
    cutText(text, limits.run).map((piece) => ({ text: piece, ...marks })),
  )
}

const wordsOf = (texts: DocumentNode[]) =>
  normalizeText(texts.map(({ text }) => text ?? '').join(''))

const textOf = (of: DocumentNode | undefined): string => (of ? wordsOf(linesOf(of).flat()) : '')

const childOf = (of: DocumentNode, type: string) => childrenOf(of).find((c) => c.type === type)

function tableOf(of: DocumentNode): unknown {
  const rows = childrenOf(childOf(of, 'table')).map((row) => childrenOf(row).map(runsOf))
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const [head, ...rest] = rows.map((cells) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, (): Inline[] => []),
  ])
  const below = rest.length > 0 ? rest : [(head ?? []).map((): Inline[] => [])]
  const caption = textOf(childOf(of, 'tableCaption'))
  return { kind: 'table', ...(caption && { caption }), head, rows: below }
}

/** What a node would be as a block; whether it may be one is for `unfinishedBlock` to say. */
function candidateOf(of: DocumentNode): unknown {
  switch (of.type) {
    case 'subheading':
      return { kind: 'subheading', text: textOf(of) }
    case 'quote': {
      const speaker = textOf(childOf(of, 'speaker'))
      const content = runsOf(childOf(of, 'quoteText'))
      return { kind: 'quote', content, ...(speaker && { speaker }) }
    }
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        ordered: of.type === 'orderedList',
        items: childrenOf(of).map(runsOf),
      }
    case 'picture': {
      const caption = textOf(of)
      return { kind: 'image', imageId: of.attrs?.imageId, ...(caption && { caption }) }
    }
    case 'embed':
      return { kind: 'embed', url: of.attrs?.url, title: of.attrs?.title }
    case 'tableBlock':
      return tableOf(of)
    default:
      return { kind: 'paragraph', content: runsOf(of) }
  }
}

// What a paragraph takes of a text that fits in no block; more is beyond any story.
const mostPieces = 500

function paragraphOf(text: string): Block[] {
  const pieces = cutText(text, limits.run).slice(0, mostPieces)
  return pieces.length > 0
    ? [{ kind: 'paragraph', content: pieces.map((piece) => ({ text: piece })) }]
    : []
}

/** What a node of the document's top is in the body; what no block can hold is kept as plain paragraphs. */
export function readBlocks(of: DocumentNode): Block[] {
  const block = unfinishedBlock.safeParse(candidateOf(of))
  return block.success ? [block.data] : linesOf(of).map(wordsOf).flatMap(paragraphOf)
}

const isEmptyParagraph = (block: Block) => block.kind === 'paragraph' && block.content.length === 0

/**
 * The blocks as a working copy has them: without the empty paragraphs at the end, which are there to write in, and at
 * most as many as it may hold; the text of what comes beyond stands in the last.
 */
export function settleBlocks(blocks: Body): Body {
  const most = mostUnfinishedBlocks
  const written = blocks.slice(0, blocks.findLastIndex((block) => !isEmptyParagraph(block)) + 1)
  if (written.length <= most) return written
  const beyond = written
    .slice(most - 1)
    .map(blockText)
    .filter(Boolean)
  return [...written.slice(0, most - 1), ...paragraphOf(beyond.join('\n'))]
}

/**
 * The body of a document: blocks that may still be blank, as a working copy keeps them. Whatever the document holds,
 * `unfinishedBody` takes what comes out.
 */
export function fromDocument(document: DocumentNode): Body {
  return settleBlocks(childrenOf(document).flatMap(readBlocks))
}

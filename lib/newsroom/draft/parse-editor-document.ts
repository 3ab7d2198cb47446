import { cutText } from '@/lib/bengali/text/cut-text'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { type Block, type Body, blockText, type Inline } from '@/lib/content-model/body'
import { limits, linkInput, maxUnfinishedBlocks, unfinishedBlock } from '@/lib/content-model/input'
import type { EditorNode } from './editor-document'

type Run = Inline & { styleKey: string }

const isOn = (marks: EditorNode['marks'], type: string) =>
  Array.isArray(marks) && marks.some((mark) => mark?.type === type)

function runOf({ text = '', marks }: EditorNode): Run {
  const href = Array.isArray(marks)
    ? linkInput.safeParse(marks.find((mark) => mark?.type === 'link')?.attrs?.href).data
    : undefined
  const styleKey: Omit<Inline, 'text'> = {
    ...(isOn(marks, 'bold') && { bold: true }),
    ...(isOn(marks, 'italic') && { italic: true }),
    ...(href && { href }),
  }
  return { text, ...styleKey, styleKey: JSON.stringify(styleKey) }
}

/** Neighbours that look alike are one run: a letter and its sign meet before text normalization sees them. */
function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.styleKey === run.styleKey) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

/** Again while a run vanishes in the gate: those beside it may look alike. */
function normalizeRuns(runs: Run[]): Run[] {
  const joined = joinRuns(runs)
  const normalized = joined.flatMap((run) => {
    const text = normalizeText(run.text)
    return text ? [{ ...run, text }] : []
  })
  return normalized.length < joined.length ? normalizeRuns(normalized) : normalized
}

const childrenOf = (of: EditorNode | undefined): EditorNode[] =>
  Array.isArray(of?.content) ? of.content.filter((child) => child && typeof child === 'object') : []

/**
 * The text nodes below, in order, in a list for each node that holds text. Without recursion: a document may be nested
 * as deep as somebody wishes.
 */
function linesOf(top: EditorNode): EditorNode[][] {
  const lines: EditorNode[][] = []
  const pending: EditorNode[] = [{ type: '', content: [top] }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const children = childrenOf(next)
    const texts = children.filter(({ text }) => typeof text === 'string')
    if (texts.length > 0) lines.push(texts)
    pending.push(...children.filter(({ text }) => typeof text !== 'string').reverse())
  }
  return lines
}

function runsOf(of: EditorNode | undefined): Inline[] {
  const runs = of ? normalizeRuns(linesOf(of).flat().map(runOf)) : []
  return runs.flatMap(({ text, styleKey: _, ...marks }) =>
    cutText(text, limits.run).map((piece) => ({ text: piece, ...marks })),
  )
}

const wordsOf = (texts: EditorNode[]) => normalizeText(texts.map(({ text }) => text ?? '').join(''))

const textOf = (of: EditorNode | undefined): string => (of ? wordsOf(linesOf(of).flat()) : '')

const childOf = (of: EditorNode, type: string) => childrenOf(of).find((c) => c.type === type)

function tableOf(of: EditorNode): unknown {
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
function toBlockCandidate(of: EditorNode): unknown {
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
const maxPieces = 500

function paragraphOf(text: string): Block[] {
  const pieces = cutText(text, limits.run).slice(0, maxPieces)
  return pieces.length > 0
    ? [{ kind: 'paragraph', content: pieces.map((piece) => ({ text: piece })) }]
    : []
}

/** What a node of the document's top is in the body; what no block can hold is kept as plain paragraphs. */
export function readBlocks(of: EditorNode): Block[] {
  const block = unfinishedBlock.safeParse(toBlockCandidate(of))
  return block.success ? [block.data] : linesOf(of).map(wordsOf).flatMap(paragraphOf)
}

const isEmptyParagraph = (block: Block) => block.kind === 'paragraph' && block.content.length === 0

/**
 * The blocks as a working copy has them: without the empty paragraphs at the end, which are there to write in, and at
 * most as many as it may hold; the text of what comes beyond stands in the last.
 */
export function limitBlocks(blocks: Body): Body {
  const maxBlocks = maxUnfinishedBlocks
  const written = blocks.slice(0, blocks.findLastIndex((block) => !isEmptyParagraph(block)) + 1)
  if (written.length <= maxBlocks) return written
  const beyond = written
    .slice(maxBlocks - 1)
    .map(blockText)
    .filter(Boolean)
  return [...written.slice(0, maxBlocks - 1), ...paragraphOf(beyond.join('\n'))]
}

/**
 * The body of a document: blocks that may still be blank, as a working copy keeps them. Whatever the document holds,
 * `unfinishedBody` takes what comes out.
 */
export function parseEditorDocument(document: EditorNode): Body {
  return limitBlocks(childrenOf(document).flatMap(readBlocks))
}

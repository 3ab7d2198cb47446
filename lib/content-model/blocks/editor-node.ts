import { cutText } from '@/lib/bengali/text/cut-text'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { wholeClusters } from '@/lib/bengali/text/whole-clusters'
import { limits, linkInput } from '@/lib/content-model/text-input'
import type { Inline } from './inline'

/** A node of the editor's document, as ProseMirror writes it in JSON. */
export type EditorNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: EditorNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

export const editorNode = (
  type: string,
  content: EditorNode[],
  attrs?: Record<string, unknown>,
): EditorNode => ({ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) })

export const plainNodes = (text: string | undefined): EditorNode[] =>
  text ? [{ type: 'text', text }] : []

export function inlineNodes(content: Inline[]): EditorNode[] {
  return content.map(({ text, bold, italic, href }) => {
    const marks = [
      ...(href ? [{ type: 'link', attrs: { href } }] : []),
      ...(bold ? [{ type: 'bold' }] : []),
      ...(italic ? [{ type: 'italic' }] : []),
    ]
    return { type: 'text', text, ...(marks.length > 0 && { marks }) }
  })
}

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
  const joined = wholeClusters(joinRuns(runs))
  const normalized = joined.flatMap((run) => {
    const text = normalizeText(run.text)
    return text ? [{ ...run, text }] : []
  })
  return normalized.length < joined.length ? normalizeRuns(normalized) : normalized
}

export const childrenOf = (of: EditorNode | undefined): EditorNode[] =>
  Array.isArray(of?.content) ? of.content.filter((child) => child && typeof child === 'object') : []

/**
 * The text nodes below, in order, in a list for each node that holds text. Without recursion: a document may be nested
 * as deep as somebody wishes.
 */
export function linesOf(top: EditorNode): EditorNode[][] {
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

export const wordsOf = (texts: EditorNode[]) =>
  normalizeText(texts.map(({ text }) => text ?? '').join(''))

const textOf = (of: EditorNode | undefined): string => (of ? wordsOf(linesOf(of).flat()) : '')

const childOf = (of: EditorNode, type: string) => childrenOf(of).find((c) => c.type === type)

/** How definitions read a node of the editor's document: its text passes text normalization. */
export const nodeReader = { childrenOf, childOf, runsOf, textOf }
export type NodeReader = typeof nodeReader

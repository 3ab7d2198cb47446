import type { Editor } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'
import {
  type BijoyFound,
  bijoyKey,
} from '@/components/newsroom/story/body-editor/bijoy/bijoy-plugin'
import { ambiguousIn, escapeFound } from '@/components/newsroom/story/body-editor/bijoy/convert'
import { isBijoy } from '@/components/newsroom/story/body-editor/bijoy/is-bijoy'
import { insertPosition } from '@/components/newsroom/story/body-editor/commands/insert-blocks'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { wholeClusters } from '@/lib/bengali/text/whole-clusters'
import type { Block } from '@/lib/content-model/body'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'
import type { PastedBlock } from './pasted'
import { pastedLines, pasteRuleOf } from './pasted-blocks'
import { type Run, textOfRuns } from './text-runs'

// Sentinels mark runs in a Bijoy font during insertion and are removed afterwards.
const [FACE_BEGINS, FACE_ENDS] = ['\ue000', '\ue001']
const SENTINELS = /[\ue000\ue001]/g

type Normalize = (text: string) => string

const inlineOf = (runs: Run[], normalize: Normalize) =>
  wholeClusters(runs).map(({ isBijoy: isInBijoy, keepsLines: _, text, ...style }) => {
    const words = normalize(text.replace(SENTINELS, ''))
    return { ...style, text: isInBijoy ? FACE_BEGINS + words + FACE_ENDS : words }
  })

const blockOf = (block: PastedBlock, normalize: Normalize): Block =>
  pasteRuleOf(block).mapTexts(block, (runs) => inlineOf(runs, normalize), normalize)

const pastedText = (blocks: PastedBlock[]): string =>
  blocks.flatMap(pastedLines).map(textOfRuns).join('\n')

const isSetInBijoy = (blocks: PastedBlock[]) =>
  blocks.flatMap(pastedLines).some((line) => line.some((run) => run.isBijoy))

const nodesOf = (schema: Schema, blocks: Block[]): Node[] =>
  (toEditorDocument(blocks).content ?? []).map((json) => schema.nodeFromJSON(json))

/** The content to insert, reduced to what the place of the caret allows. */
function sliceFor(state: EditorState, blocks: PastedBlock[], normalize: Normalize): Slice {
  const { $from } = state.selection
  const { schema } = state
  const toNodes = (pasted: PastedBlock[]) =>
    nodesOf(
      schema,
      pasted.map((block) => blockOf(block, normalize)),
    )
  const lines = () => blocks.flatMap(pastedLines)
  const isInList = $from.depth > 2 && $from.node(-1).type.name === 'listItem'
  if (isInList) {
    const ordered = $from.node(-2).type.name === 'orderedList'
    const list = toNodes([{ kind: 'list', ordered, items: lines() }])
    return new Slice(Fragment.from(list), 3, 3)
  }
  if ($from.parent.type.name !== 'paragraph' && $from.parent.isTextblock) {
    const content = lines().flatMap((line, at) => (at === 0 ? line : [{ text: ' ' }, ...line]))
    return new Slice(Fragment.from(toNodes([{ kind: 'paragraph', content }])), 1, 1)
  }
  // A block that the block around the caret does not take is its lines.
  const around = $from.depth > 0 ? $from.node(-1).contentMatchAt($from.index(-1)) : null
  const nodes = blocks.flatMap((block) => {
    const own = toNodes([block])
    const isTaken = !around || own.every(({ type }) => around.matchType(type))
    const paragraphs = () =>
      pastedLines(block).map((content) => ({ kind: 'paragraph' as const, content }))
    return isTaken ? own : toNodes(paragraphs())
  })
  const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)))
}

/** Removes the sentinels. Returns the ranges of text in a Bijoy font. */
function removeSentinels(
  tr: Transaction,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const found: { at: number; isEnd: boolean }[] = []
  tr.doc.nodesBetween(from, Math.min(to, tr.doc.content.size), (node, position) => {
    for (const match of (node.text ?? '').matchAll(SENTINELS)) {
      found.push({ at: position + match.index, isEnd: match[0] === FACE_ENDS })
    }
  })
  for (const { at } of found.toReversed()) tr.delete(at, at + 1)
  const ranges: { from: number; to: number }[] = []
  found.forEach(({ at, isEnd }, before) => {
    const last = ranges.at(-1)
    if (!isEnd) ranges.push({ from: at - before, to: at - before })
    else if (last) last.to = at - before
  })
  return ranges.filter((range) => range.to > range.from)
}

/** The position for blocks that the current text cannot contain: beside its block, or in place of an empty one. */
function insert(tr: Transaction, editor: Editor, slice: Slice): void {
  const { selection } = tr
  const { $from } = selection
  const isBlank = selection.empty && $from.parent.content.size === 0
  const isBlock = slice.openStart === 0
  if (isBlank && isBlock && $from.depth > 1) {
    tr.replaceWith($from.before(), $from.after(), slice.content)
  } else if (selection instanceof NodeSelection || (isBlank && isBlock)) {
    const { from, to } = insertPosition(editor)
    tr.replaceWith(from, to, slice.content)
  } else tr.replaceSelection(slice)
}

/**
 * Inserts pasted blocks at the caret. All text is normalized, except text that looks like Bijoy: it is normalized after
 * the writer's answer, because normalization would remove letters from it.
 */
export function insertPasted(editor: Editor, blocks: PastedBlock[]): void {
  const text = pastedText(blocks)
  const mayBeBijoy = isSetInBijoy(blocks) || isBijoy(text)
  const normalize: Normalize = mayBeBijoy ? (raw) => raw : normalizeText
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { from, to } = tr.selection
      insert(tr, editor, sliceFor(state, blocks, normalize))
      const begins = tr.mapping.map(from, -1)
      const faces = removeSentinels(tr, begins, tr.mapping.map(to, 1))
      const found: BijoyFound = { from: begins, to: tr.mapping.map(to, 1), faces }
      if (mayBeBijoy) {
        escapeFound(tr, found)
        tr.setMeta(bijoyKey, { found })
      } else {
        const unsure = ambiguousIn(tr.doc, found) ?? []
        if (unsure.length > 0) tr.setMeta(bijoyKey, { found: null, unsure })
      }
      tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()
      return true
    })
    .run()
}

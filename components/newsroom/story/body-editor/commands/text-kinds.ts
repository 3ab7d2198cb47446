import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'

/** The kinds of a text block. */
export const textKinds = ['paragraph', 'subheading', 'quote', 'bulletList', 'orderedList'] as const
export type TextKind = (typeof textKinds)[number]

/** The block of the document's top that a position is in. */
const topBlock = (at: ResolvedPos): Node | null => (at.depth > 0 ? at.node(1) : null)

/** The kind of the text at the caret; null in pictures and tables, which cannot be converted. */
export function kindAt(editor: Editor): TextKind | null {
  const name = topBlock(editor.state.selection.$from)?.type.name
  return textKinds.find((kind) => kind === name) ?? null
}

/** Replaces the top block at `position`, with the caret where it was in its text. */
function replaceBlock(
  tr: Transaction,
  position: number,
  old: Node,
  replacements: Node[],
  shift: number,
) {
  const { anchor, head } = tr.selection
  const isInside = anchor > position && head < position + old.nodeSize
  tr.replaceWith(position, position + old.nodeSize, replacements)
  if (isInside) tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift))
}

/** The quotes among the selected blocks become paragraphs, the speaker one of their own. */
function unquote(tr: Transaction): void {
  const { from, to, $from } = tr.selection
  const wasSpeaker = $from.parent.type.name === 'speaker'
  const found: { at: number; node: Node }[] = []
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (parent === tr.doc && node.type.name === 'quote') found.unshift({ at, node })
    return false
  })
  for (const { at, node } of found) {
    const { paragraph } = tr.doc.type.schema.nodes
    const lines = node.children.filter((line, n) => n === 0 || line.content.size > 0)
    const replacements = lines
      .map((line) => paragraph?.create(null, line.content))
      .filter((each) => !!each)
    const isSpeakerGone = wasSpeaker && replacements.length === 1
    replaceBlock(tr, at, node, replacements, isSpeakerGone ? -3 : -1)
  }
}

/** The selected paragraphs and subheadings become quotes. */
function quote(tr: Transaction): void {
  const { from, to } = tr.selection
  const found: { at: number; node: Node }[] = []
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (parent === tr.doc && node.isTextblock && node.type.name !== 'picture')
      found.unshift({ at, node })
    return false
  })
  const { quote: Quote, quoteText, speaker } = tr.doc.type.schema.nodes
  for (const { at, node } of found) {
    const replacements = Quote?.create(
      null,
      [quoteText, speaker].flatMap((type, n) =>
        type ? [type.create(null, n === 0 ? node.content : null)] : [],
      ),
    )
    if (replacements) replaceBlock(tr, at, node, [replacements], 1)
  }
}

/** Wraps a document change as an editor command. */
const asCommand =
  (change: (tr: Transaction) => void) =>
  ({ tr }: { tr: Transaction }) => {
    change(tr)
    return true
  }

/** Converts the selection to paragraphs. */
function flatten(editor: Editor, kind: TextKind) {
  const chain = editor.chain().focus()
  if (kind === 'quote') return chain.command(asCommand(unquote))
  if (kind === 'bulletList' || kind === 'orderedList') return chain.liftListItem('listItem')
  return chain.setNode('paragraph')
}

/** Sets the kind of the selected text. Choosing its current kind makes it a paragraph. */
export function setKind(editor: Editor, target: TextKind): boolean {
  const now = kindAt(editor)
  if (now === null) return false
  if (target === now || target === 'paragraph') return flatten(editor, now).run()
  if (now !== 'paragraph' && !(now.endsWith('List') && target.endsWith('List')))
    flatten(editor, now).run()
  const chain = editor.chain().focus()
  switch (target) {
    case 'subheading':
      return chain.setNode('subheading').run()
    case 'quote':
      return chain.command(asCommand(quote)).run()
    case 'bulletList':
    case 'orderedList':
      return chain.toggleList(target, 'listItem').run()
  }
}

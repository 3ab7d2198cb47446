import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'

/** From and to of the top blocks that the selection touches. */
function selectedBlocks({ state: { selection, doc } }: Editor): { from: number; to: number } {
  const { $from, $to } = selection
  const from = $from.depth > 0 ? $from.before(1) : selection.from
  const to = $to.depth > 0 ? $to.after(1) : selection.to
  return { from, to: Math.min(to, doc.content.size) }
}

/** Whether there is a block for the selected ones to change places with. */
export function canMove(editor: Editor, step: -1 | 1): boolean {
  const { from, to } = selectedBlocks(editor)
  const { doc } = editor.state
  if (step === -1) return from > 0
  // The trailing empty paragraph does not count as a block.
  const next = doc.nodeAt(to)
  const isLast = next && to + next.nodeSize >= doc.content.size
  return next !== null && !(isLast && next.type.name === 'paragraph' && next.content.size === 0)
}

function select(tr: Transaction, selection: Selection, shift: number) {
  const { doc } = tr
  if (selection instanceof NodeSelection)
    tr.setSelection(NodeSelection.create(doc, selection.from + shift))
  else
    tr.setSelection(
      Selection.fromJSON(doc, {
        ...selection.toJSON(),
        anchor: selection.anchor + shift,
        head: selection.head + shift,
      }),
    )
}

/** The selected blocks change places with the one above or below; the caret goes with them. */
export function moveBlocks(editor: Editor, step: -1 | 1): boolean {
  if (!canMove(editor, step)) return false
  const { from, to } = selectedBlocks(editor)
  return editor.commands.command(({ tr }) => {
    const { selection, doc } = tr
    const other = step === -1 ? doc.resolve(from).nodeBefore : doc.resolve(to).nodeAfter
    if (!other) return false
    const shift = step * other.nodeSize
    if (step === -1) {
      tr.delete(from - other.nodeSize, from).insert(to - other.nodeSize, other)
    } else {
      tr.delete(to, to + other.nodeSize).insert(from, other)
    }
    select(tr, selection, shift)
    closeHistory(tr).scrollIntoView()
    return true
  })
}

import type { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'

/** The caret goes to the first place to write at or after `position`. */
export function goTo(editor: Editor, position: number): boolean {
  return editor
    .chain()
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size))))
      return true
    })
    .scrollIntoView()
    .run()
}

/**
 * Below the block that the caret is in: there, or in a new paragraph where no text follows.
 * @param emptied a part of the block that goes
 */
export function goBelow(editor: Editor, emptied?: { from: number; to: number }): boolean {
  return editor
    .chain()
    .command(({ tr, state: { schema } }) => {
      const end = tr.selection.$to.after(1)
      if (emptied) tr.delete(emptied.from, emptied.to)
      const after = tr.mapping.map(end)
      if (tr.doc.nodeAt(after)?.type.name !== 'paragraph') {
        const paragraph = schema.nodes.paragraph?.create()
        if (!paragraph) return false
        tr.insert(after, paragraph)
      }
      tr.setSelection(TextSelection.create(tr.doc, after + 1))
      return true
    })
    .scrollIntoView()
    .run()
}

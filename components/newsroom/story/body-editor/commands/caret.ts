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

/** Below the block that the caret is in: there, or in a new paragraph where no text follows. */
export function goBelow(editor: Editor): boolean {
  const { state } = editor
  const after = state.selection.$to.after(1)
  if (state.doc.nodeAt(after)?.type.name === 'paragraph') return goTo(editor, after + 1)
  return editor
    .chain()
    .command(({ tr, state: { schema } }) => {
      const paragraph = schema.nodes.paragraph?.create()
      if (!paragraph) return false
      tr.insert(after, paragraph).setSelection(TextSelection.create(tr.doc, after + 1))
      return true
    })
    .scrollIntoView()
    .run()
}

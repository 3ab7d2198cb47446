import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { Block } from '@/lib/content-model/body'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'

/** Where a new block goes: in place of an empty paragraph, else after the block that the caret is in. */
export function insertPosition({ state }: Editor): { from: number; to: number } {
  const { $from, $to, from, to } = state.selection
  if ($from.depth === 0) return { from: to, to }
  const isEmpty =
    $from.parent.type.name === 'paragraph' && $from.depth === 1 && !$from.parent.content.size
  if (isEmpty && from === to) return { from: $from.before(1), to: $from.after(1) }
  const end = $to.depth === 0 ? to : $to.after(1)
  return { from: end, to: end }
}

/** Inserts blocks. The caret moves into the first, or after it when it holds no text. */
export function insertBlocks(editor: Editor, blocks: Block[], at = insertPosition(editor)): void {
  const nodes = (toEditorDocument(blocks).content ?? []).map((json) =>
    editor.schema.nodeFromJSON(json),
  )
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.replaceWith(at.from, at.to, nodes)
      const inside = Selection.findFrom(tr.doc.resolve(at.from), 1, true)
      if (inside) tr.setSelection(inside)
      tr.scrollIntoView()
      return true
    })
    .run()
}

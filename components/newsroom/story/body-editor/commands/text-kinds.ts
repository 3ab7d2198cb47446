import type { Editor } from '@tiptap/core'
import type { TextKindRule } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { kindOfNodeType } from '@/lib/content-model/blocks/registry'

/** The kinds of a text, in the order of the toolbar. */
export const textKindRules = editorBlockEntries.flatMap(({ block: { toolbar } }) =>
  'textKinds' in toolbar ? toolbar.textKinds : [],
)

const ruleAt = ({ state: { selection } }: Editor): TextKindRule | null => {
  const { $from } = selection
  const name = $from.depth > 0 ? $from.node(1).type.name : null
  return textKindRules.find((rule) => rule.name === name) ?? null
}

/** The kind of the text at the caret; null in pictures and tables, which cannot be converted. */
export const kindAt = (editor: Editor) => ruleAt(editor)?.name ?? null

/** Sets the kind of the selected text. Choosing its current kind makes it a paragraph. */
export function setKind(editor: Editor, target: TextKindRule['name']): boolean {
  const now = ruleAt(editor)
  const wanted = textKindRules.find(({ name }) => name === target)
  if (!now || !wanted) return false
  if (target === now.name || target === 'paragraph') return now.clear(editor)
  const isSameBlock = kindOfNodeType(now.name) === kindOfNodeType(target)
  if (now.name !== 'paragraph' && !isSameBlock) now.clear(editor)
  return wanted.make(editor)
}

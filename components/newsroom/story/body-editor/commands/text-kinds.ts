import type { Editor } from '@tiptap/core'
import type { TextKindRule } from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { kindOfNodeType } from '@/lib/content-model/blocks/registry'

/** The kinds of a text, in the order of the toolbar. */
export const textKindRules = editorBlockEntries.flatMap(({ block: { toolbar } }) =>
  'textKinds' in toolbar ? toolbar.textKinds : [],
)

/** The text at the caret that has a kind, the outermost where one holds others, and how deep it is. */
function textAt({ state }: Editor): { rule: TextKindRule; depth: number } | null {
  const { $from } = state.selection
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const rule = textKindRules.find(({ name }) => name === $from.node(depth).type.name)
    if (rule) return { rule, depth }
  }
  return null
}

/** The kind of the text at the caret; null in pictures and tables, which cannot be converted. */
export const kindAt = (editor: Editor) => textAt(editor)?.rule.name ?? null

/** The kinds that the text at the caret may have: those that the block around it takes. */
export function kindsFor(editor: Editor): TextKindRule['name'][] {
  const text = textAt(editor)
  const { $from } = editor.state.selection
  if (!text) return []
  const match = $from.node(text.depth - 1).contentMatchAt($from.index(text.depth - 1))
  const isTaken = (name: string) => {
    const type = editor.schema.nodes[name]
    return type !== undefined && match.matchType(type) !== null
  }
  return textKindRules.map(({ name }) => name).filter(isTaken)
}

/** Sets the kind of the selected text. Choosing its current kind makes it a paragraph. */
export function setKind(editor: Editor, target: TextKindRule['name']): boolean {
  const now = textAt(editor)?.rule
  const wanted = textKindRules.find(({ name }) => name === target)
  if (!now || !wanted || !kindsFor(editor).includes(target)) return false
  if (target === now.name || target === 'paragraph') return now.clear(editor)
  const isSameBlock = kindOfNodeType(now.name) === kindOfNodeType(target)
  if (now.name !== 'paragraph' && !isSameBlock) now.clear(editor)
  return wanted.make(editor)
}

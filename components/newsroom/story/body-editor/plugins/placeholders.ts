import { Placeholder } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'

/** Text nodes that say what belongs into them while they are empty. */
export const placeholderNames = editorBlockEntries.flatMap(({ block }) => block.placeholders)

const isBlank = (document: Node) =>
  document.childCount === 1 &&
  document.firstChild?.type.name === 'paragraph' &&
  document.firstChild.content.size === 0

/** Whether the node is in a quote with a speaker. */
const hasSpeaker = (document: Node, position: number) =>
  (document.resolve(position).parent.lastChild?.content.size ?? 0) > 0

/**
 * @param body the text of an empty body
 * @param texts those of `placeholderNames`
 * @param speakerAlone the text of a quote without words whose speaker is named: it is not published
 */
export const placeholders = (body: string, texts: Record<string, string>, speakerAlone: string) =>
  Placeholder.configure({
    showOnlyCurrent: false,
    includeChildren: true,
    placeholder: ({ editor, node, pos }) => {
      const { name } = node.type
      if (name === 'paragraph') return isBlank(editor.state.doc) ? body : ''
      if (name === 'quoteText' && hasSpeaker(editor.state.doc, pos)) return speakerAlone
      return texts[name] ?? ''
    },
  })

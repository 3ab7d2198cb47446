import { Placeholder } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'

/** Parts of the body that say what belongs into them while they are empty. */
export const placeholderNames = [
  'body',
  'subheading',
  'quoteText',
  'speaker',
  'tableCaption',
] as const
export type PlaceholderTexts = Record<(typeof placeholderNames)[number], string>

const isBlank = (document: Node) =>
  document.childCount === 1 &&
  document.firstChild?.type.name === 'paragraph' &&
  document.firstChild.content.size === 0

export const placeholders = (texts: PlaceholderTexts) =>
  Placeholder.configure({
    showOnlyCurrent: false,
    includeChildren: true,
    placeholder: ({ editor, node }) => {
      const { name } = node.type
      if (name === 'paragraph') return isBlank(editor.state.doc) ? texts.body : ''
      return placeholderNames.find((each) => each === name && each !== 'body')
        ? texts[name as keyof PlaceholderTexts]
        : ''
    },
  })

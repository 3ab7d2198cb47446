import { Node } from '@tiptap/core'

const readNumber = (text: string | null) =>
  /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : null

/** Words of the picture in this story, beside the caption in the text; kept when the picture is cut and pasted. */
const wordAttribute = (name: 'alt' | 'credit') => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: ({ [name]: words }: Record<string, unknown>) =>
    typeof words === 'string' ? { [`data-${name}`]: words } : {},
})

/** A picture of the archive with its words in this story. */
export const PictureNode = Node.create({
  name: 'picture',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    imageId: { default: null, rendered: false },
    alt: wordAttribute('alt'),
    credit: wordAttribute('credit'),
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      contentElement: 'figcaption',
      getAttrs: (element) => {
        const imageId = readNumber(element.getAttribute('data-picture'))
        return imageId ? { imageId } : false
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    { ...HTMLAttributes, 'data-picture': String(node.attrs.imageId) },
    ['figcaption', 0],
  ],
})

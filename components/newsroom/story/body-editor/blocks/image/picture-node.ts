import { Node } from '@tiptap/core'

const readNumber = (text: string | null) =>
  /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : null

/** A picture of the archive with its words in this story. */
export const PictureNode = Node.create({
  name: 'picture',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ imageId: { default: null, rendered: false } }),
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
  renderHTML: ({ node }) => [
    'figure',
    { 'data-picture': String(node.attrs.imageId) },
    ['figcaption', 0],
  ],
})

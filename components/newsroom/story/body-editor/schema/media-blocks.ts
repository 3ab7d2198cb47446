import { Node } from '@tiptap/core'
import { webAddress } from '@/lib/content-model/text-input'

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

/** An embed: a link with a title to another site, never that site's code. */
export const EmbedNode = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: { default: '', rendered: false },
    title: { default: '', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'p[data-embed]',
      priority: 60,
      getAttrs: (element) => {
        const url = webAddress.safeParse(element.getAttribute('data-embed')).data
        return url ? { url, title: element.textContent?.trim() ?? '' } : false
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'p',
    { 'data-embed': String(attrs.url) },
    ['a', { href: String(attrs.url) }, String(attrs.title || attrs.url)],
  ],
})

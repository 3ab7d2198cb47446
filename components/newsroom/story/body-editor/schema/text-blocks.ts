import { Node } from '@tiptap/core'

/** A heading inside the story: words only. */
export const Subheading = Node.create({
  name: 'subheading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}` })),
  renderHTML: () => ['h2', 0],
})

/** What somebody said, and who. */
export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'quoteText speaker',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

export const QuoteText = Node.create({
  name: 'quoteText',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p[data-quote]', priority: 60 }],
  renderHTML: () => ['p', { 'data-quote': '' }, 0],
})

export const Speaker = Node.create({
  name: 'speaker',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'footer' }],
  renderHTML: () => ['footer', 0],
})

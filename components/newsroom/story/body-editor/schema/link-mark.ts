import { Mark } from '@tiptap/core'
import { linkInput } from '@/lib/content-model/input'

/** Where a link may lead; null for an address that the paper does not link to. */
export const readLink = (address: string | null): string | null =>
  linkInput.safeParse(address?.trim()).data ?? null

/**
 * Words that lead somewhere. Our own, because an article's link is its address and nothing else: no target, no class,
 * nothing made a link by itself while somebody types.
 */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = readLink(element.getAttribute('href'))
        return href ? { href } : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

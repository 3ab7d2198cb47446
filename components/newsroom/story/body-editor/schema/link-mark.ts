import { Mark } from '@tiptap/core'
import { linkInput } from '@/lib/content-model/text-input'

/** Where a link may lead; null for an address that the paper does not link to. */
export const readLink = (address: string | null): string | null =>
  linkInput.safeParse(address?.trim()).data ?? null

/**
 * The link mark. It is our own, because a link in a story is only its address: no target, no class,
 * no automatic links during typing.
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

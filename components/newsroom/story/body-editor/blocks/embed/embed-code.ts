import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import { embedBlock, readEmbed } from './embed-sites'

const withScheme = (address: string) => address.trim().replace(/^\/\//, 'https://')

const isFrame = ({ tagName }: Element) => /^(iframe|embed|video|object)$/i.test(tagName)

/** Text that the scripts of a site turn into a post: its class, and where the post's address is. */
const postCodes: [selector: string, attribute: string, link: string | null][] = [
  ['.twitter-tweet, .twitter-video', 'cite', 'a[href*="/status/"]'],
  ['.instagram-media', 'data-instgrm-permalink', 'a[href*="instagram.com/"]'],
  ['.tiktok-embed', 'cite', 'a[href*="/video/"]'],
  ['.fb-post, .fb-video', 'data-href', 'a[href*="facebook.com/"]'],
]

/** The address of the post that embed code stands for; null for other text. */
function postOf(element: Element) {
  const [, attribute = '', link] = postCodes.find(([each]) => element.matches(each)) ?? []
  const links = link ? [...element.querySelectorAll(link)].toReversed() : []
  const addresses = [
    element.getAttribute(attribute),
    ...links.map((each) => each.getAttribute('href')),
  ]
  return (
    addresses.map((each) => each && readEmbed(withScheme(each))).find((found) => !!found) || null
  )
}

const frameAddress = (element: Element) =>
  ['src', 'data-src', 'data', 'data-lazy-src']
    .map((name) => element.getAttribute(name))
    .find((address) => address && !/^(about|data):/.test(address)) ??
  element.querySelector('source')?.getAttribute('src') ??
  ''

/** Titles that players give to every film. */
const COMMON_TITLE = /^((youtube|vimeo|facebook)[ -])?(video )?player$/i

/** A frame that nobody sees is not a player. */
export const isTracker = (element: Element) =>
  element.getAttribute('width') === '1' ||
  element.getAttribute('height') === '1' ||
  element.getAttribute('width') === '0' ||
  element.getAttribute('height') === '0'

export const isEmbedElement = (element: Element) => isFrame(element) || postOf(element) !== null

/** The embed that a frame or a site's code stands for; without a title where it has none of its own. */
export function embedOf(element: HTMLElement): EmbedBlock | null {
  const found = isFrame(element) ? readEmbed(withScheme(frameAddress(element))) : postOf(element)
  const title = COMMON_TITLE.test(element.title.trim()) ? '' : element.title.trim()
  return found && embedBlock(found.url, title)
}

const CODE = /^\s*<(iframe|blockquote|div|embed|object|script|p|figure)\b[\s\S]*>\s*$/i

/** The embeds of the code that sites offer to copy, given as text, and how many are not of a known site; null for other text. */
export function readEmbedCode(text: string): { embeds: EmbedBlock[]; unknown: number } | null {
  if (!CODE.test(text)) return null
  const { body } = new DOMParser().parseFromString(text, 'text/html')
  const found = [...body.querySelectorAll<HTMLElement>('*')].filter(isEmbedElement)
  // A frame within an element of the same code is not another one.
  const outer = found.filter((one) => !found.some((other) => other !== one && other.contains(one)))
  const embeds = outer.map(embedOf).filter((embed) => embed !== null)
  return outer.length > 0 ? { embeds, unknown: outer.length - embeds.length } : null
}

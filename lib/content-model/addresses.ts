import { DANDAS } from '@/lib/bengali/text/sentence-end'
import { webAddress } from './text-input'

// Signs that end an address in a text, and those that enclose one.
const CLOSING = new RegExp(
  `[${DANDAS},.;:!?\u2026'"\u201d\u2019\u00bb\u203a)\\]}>\u200b-\u200f\u2060\ufeff]$`,
  'u',
)
const KNOWN_HOST =
  '(?:[a-z\\d-]+\\.)*(?:youtube\\.com|youtu\\.be|facebook\\.com|fb\\.(?:com|me|watch)|x\\.com|twitter\\.com|instagram\\.com|instagr\\.am|tiktok\\.com|vimeo\\.com)\\/'
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}@/.\\-=])(?:https?:\\/\\/|www\\.|${KNOWN_HOST})[^\\s<>"\u201c\u201d\u2018\u2019\u00ab\u00bb${DANDAS}\u200b\u2060\ufeff]+`,
  'giu',
)
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

const countOf = (text: string, sign: string) => text.split(sign).length - 1

/** The candidate without the signs of the sentence around it; a bracket that the address itself opened stays. */
function withoutClosing(candidate: string): string {
  let address = candidate
  while (CLOSING.test(address)) {
    const open = PAIRS[address.at(-1) ?? '']
    const close = address.at(-1) ?? ''
    if (open && countOf(address, open) >= countOf(address, close)) break
    address = address.slice(0, -1)
  }
  return address
}

/** Web addresses in a text, with where they stand. A missing scheme is added to those of `www.` and of known sites. */
export function findAddresses(text: string): { from: number; to: number; address: string }[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: candidate, index }) => {
    const written = withoutClosing(candidate)
    const address = /^https?:\/\//i.test(written) ? written : `https://${written}`
    const isWhole = webAddress.safeParse(address).success
    return isWhole ? [{ from: index, to: index + written.length, address }] : []
  })
}

/** The address that is the whole text, but for signs around it; null for any other text. */
export function soleAddress(text: string): string | null {
  const [found, ...others] = findAddresses(text)
  if (!found || others.length > 0) return null
  const before = text.slice(0, found.from)
  const after = text.slice(found.to)
  const isAlone = /^[\s<("'\u201c\u2018\u00ab[\u200b\ufeff]*$/u.test(before)
  return isAlone && withoutClosing(after.replace(/\s/g, '')) === '' ? found.address : null
}

/** The address without these parameters; the rest of it stays as it was written. */
export function withoutParams(address: string, names: string[]): string {
  const [, base = '', query, anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? []
  if (query === undefined) return address
  const all = query.slice(1).split('&')
  const kept = all.filter((param) => !names.includes(param.split('=')[0] ?? ''))
  if (kept.length === all.length) return address
  return base + (kept.length > 0 ? `?${kept.join('&')}` : '') + anchor
}

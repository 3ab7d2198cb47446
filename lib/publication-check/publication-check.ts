import { normalizeText } from '@/lib/bengali/text/normalize'
import { definitionOf } from '@/lib/content-model/blocks/registry'
import type { Body } from '@/lib/content-model/body'
import { feedHeadlines, visibleText } from './read-page'

/** The texts that a page must or must not show. */
export type Expectation =
  /** The story with all these words. */
  | { kind: 'text'; texts: string[] }
  /** The story among others, by its address and headline. */
  | { kind: 'listed'; path: string; headline: string }
  /** The story is not on the page. */
  | { kind: 'unlisted'; path: string }
  /** Any picture: its address identifies its content. */
  | { kind: 'picture' }
  /** No such picture any more: 410. */
  | { kind: 'pictureGone' }
  /** The story in a feed, by its id there and its headline. */
  | { kind: 'fed'; name: string; headline: string }
  /** The story is not in the feed. */
  | { kind: 'unfed'; name: string }
  /** The story's absolute address in a sitemap. */
  | { kind: 'located'; url: string }
  /** The address is not in the sitemap, or there is no such file any more. */
  | { kind: 'unlocated'; url: string }
  /** Withdrawn: 410. */
  | { kind: 'gone' }
  /** A redirect to the new address: 301. */
  | { kind: 'moved'; to: string }

/** One page to check. Further probes of a publication are added in probes.ts. */
export type Probe = {
  page:
    | ('article' | 'oldAddress' | 'category' | 'front')
    | ('card' | 'feed' | 'sitemap' | 'newsSitemap')
  path: string
  expects: Expectation
}

/** The response to a reader's request; null without a response. */
export type ReaderResponse = {
  status: number
  type: string
  location: string | null
  html: string
} | null

export type ProbeFault =
  | { why: 'noAnswer' }
  | { why: 'status'; status: number }
  | { why: 'redirect'; to: string | null }
  | { why: 'text'; lacks: string }
  | { why: 'notListed' }
  | { why: 'stillListed' }
  | { why: 'noPicture' }

export type ProbeResult = Probe & {
  state: 'waiting' | 'shown' | 'missing'
  fault: ProbeFault | null
  /** When it was requested, ISO. */
  at: string | null
}

export type PublicationCheck = {
  id: number
  begunAt: Date
  /** Null while it is running. */
  doneAt: Date | null
  results: ProbeResult[]
}

/** The texts of a story that its page must show. */
export const expectedTextsOf = (
  headline: string,
  standfirst: string | null,
  body: Body,
): string[] =>
  [headline, standfirst ?? '', ...body.flatMap(blockLinesOf)].filter((text) => text.trim() !== '')

const blockLinesOf = (block: Body[number]): string[] => definitionOf(block).visibleLines(block)

// Without spaces, because pages differ in line breaks and joiners.
const lettersOf = (text: string) =>
  normalizeText(text).replace(/[\s\u00a0\u00ad\u200b\u2060]+/g, '')

const expectedStatusOf = (kind: Expectation['kind']): number => {
  if (kind === 'gone' || kind === 'pictureGone') return 410
  return kind === 'moved' ? 301 : 200
}

/** The fault of the page; null when it shows what it must. */
export function findFault({ expects }: Probe, response: ReaderResponse): ProbeFault | null {
  if (!response) return { why: 'noAnswer' }
  // A month without stories has no sitemap file.
  if (expects.kind === 'unlocated' && response.status === 404) return null
  if (response.status !== expectedStatusOf(expects.kind))
    return { why: 'status', status: response.status }
  switch (expects.kind) {
    case 'gone':
    case 'pictureGone':
      return null
    case 'moved':
      return response.location === expects.to ? null : { why: 'redirect', to: response.location }
    case 'text': {
      const shown = lettersOf(visibleText(response.html))
      const lacks = expects.texts.find((text) => !shown.includes(lettersOf(text)))
      return lacks === undefined ? null : { why: 'text', lacks }
    }
    case 'listed': {
      if (!response.html.includes(`"${expects.path}"`)) return { why: 'notListed' }
      const isNew = lettersOf(visibleText(response.html)).includes(lettersOf(expects.headline))
      return isNew ? null : { why: 'text', lacks: expects.headline }
    }
    case 'picture':
      return response.type.startsWith('image/') ? null : { why: 'noPicture' }
    case 'fed': {
      const headline = feedHeadlines(response.html).get(expects.name)
      if (headline === undefined) return { why: 'notListed' }
      const isNew = lettersOf(headline) === lettersOf(expects.headline)
      return isNew ? null : { why: 'text', lacks: expects.headline }
    }
    case 'unfed':
      return feedHeadlines(response.html).has(expects.name) ? { why: 'stillListed' } : null
    case 'located':
      return isLocated(response.html, expects.url) ? null : { why: 'notListed' }
    case 'unlocated':
      return isLocated(response.html, expects.url) ? { why: 'stillListed' } : null
    case 'unlisted':
      return response.html.includes(`"${expects.path}"`) ? { why: 'stillListed' } : null
  }
}

// Addresses of the site contain no character that XML escapes.
const isLocated = (xml: string, url: string) => xml.includes(`<loc>${url}</loc>`)

export const areAllShown = (results: ProbeResult[]) =>
  results.every(({ state }) => state === 'shown')

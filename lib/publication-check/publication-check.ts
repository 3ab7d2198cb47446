import { normalizeText } from '@/lib/bengali/text/normalize'
import { definitionOf } from '@/lib/content-model/blocks/registry'
import type { Body } from '@/lib/content-model/body'
import { feedHeadlines, visibleText } from './read-page'

/** What a reader's page must show, or must not. */
export type Expectation =
  /** The story with all these words. */
  | { kind: 'text'; texts: string[] }
  /** The story among others, by its address and headline. */
  | { kind: 'listed'; path: string; headline: string }
  /** By the rules of the page the story is not on it. */
  | { kind: 'unlisted'; path: string }
  /** A picture, whatever it shows: its address says what that is. */
  | { kind: 'picture' }
  /** That there is no such picture any more: 410. */
  | { kind: 'pictureGone' }
  /** The story in a feed, by its name there and its headline. */
  | { kind: 'fed'; name: string; headline: string }
  /** By the rules of the feed the story is not in it. */
  | { kind: 'unfed'; name: string }
  /** The story's whole address, in a text for search engines. */
  | { kind: 'located'; url: string }
  /** The story's address is not in that text, or there is no such text any more. */
  | { kind: 'unlocated'; url: string }
  /** That it was taken away: 410. */
  | { kind: 'gone' }
  /** The way to the new address: 301. */
  | { kind: 'moved'; to: string }

/** One page to check. Further probes of a publication are added in probes.ts. */
export type Probe = {
  page:
    | ('article' | 'oldAddress' | 'category' | 'front')
    | ('card' | 'feed' | 'sitemap' | 'newsSitemap')
  path: string
  expects: Expectation
}

/** What a reader who asked got; null when nothing came back. */
export type ReaderResponse = {
  status: number
  /** Its media type. */
  type: string
  location: string | null
  html: string
} | null

/** Why a page does not show what it must. */
export type ProbeFault =
  | { why: 'noAnswer' }
  | { why: 'status'; status: number }
  | { why: 'redirect'; to: string | null }
  | { why: 'text'; lacks: string }
  | { why: 'notListed' }
  | { why: 'stillListed' }
  | { why: 'noPicture' }

/** A page, and what was found on it. */
export type ProbeResult = Probe & {
  state: 'waiting' | 'shown' | 'missing'
  fault: ProbeFault | null
  /** When it was looked at, ISO. */
  at: string | null
}

/** A look at all pages of a story. */
export type PublicationCheck = {
  id: number
  begunAt: Date
  /** Null while it is still being looked at. */
  doneAt: Date | null
  results: ProbeResult[]
}

/** The words of a story that its page must show, one after another. */
export const expectedTextsOf = (
  headline: string,
  standfirst: string | null,
  body: Body,
): string[] =>
  [headline, standfirst ?? '', ...body.flatMap(blockLinesOf)].filter((text) => text.trim() !== '')

const blockLinesOf = (block: Body[number]): string[] => definitionOf(block).visibleLines(block)

// Pages break lines and bind words as they like: the letters are what is compared.
const lettersOf = (text: string) =>
  normalizeText(text).replace(/[\s\u00a0\u00ad\u200b\u2060]+/g, '')

const expectedStatusOf = (kind: Expectation['kind']): number => {
  if (kind === 'gone' || kind === 'pictureGone') return 410
  return kind === 'moved' ? 301 : 200
}

/** The fault of the page; null when it shows what it must. */
export function findFault({ expects }: Probe, response: ReaderResponse): ProbeFault | null {
  if (!response) return { why: 'noAnswer' }
  // Of a month that has no story left there is no file.
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

// Addresses of the site hold nothing that XML writes another way.
const isLocated = (xml: string, url: string) => xml.includes(`<loc>${url}</loc>`)

export const areAllShown = (results: ProbeResult[]) =>
  results.every(({ state }) => state === 'shown')

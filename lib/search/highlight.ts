import { searchWords } from '@/lib/bengali/search/search-key'
import { shorten } from '@/lib/bengali/text/shorten'
import { lexemeOf, phoneticKeysOf } from '@/lib/search-index/search-words'

/** A piece of a text; a match is a word of the query in any inflection. */
export type MarkedPiece = { text: string; isMatch: boolean }

/** Whether a word of a text matches the query. */
export type Matcher = (writtenWord: string) => boolean

// A word with the joiners, apostrophes and decimal points inside it.
const writtenWord =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|['’‘ʼ](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))*/gu

/**
 * A matcher that caches its results: a page of results repeats the same words.
 * @param usePhonetics also by sound if the query has phonetic keys; costly on bodies, which are not indexed by sound
 */
export function matcherFor(lexemes: ReadonlySet<string>, usePhonetics = true): Matcher {
  const matchPhonetically = usePhonetics && [...lexemes].some((lexeme) => lexeme.startsWith('~'))
  const known = new Map<string, boolean>()
  const isMatch = (text: string) =>
    searchWords(text).some(
      (word) =>
        lexemes.has(lexemeOf(word)) ||
        (matchPhonetically && phoneticKeysOf(word).some((sound) => lexemes.has(sound))),
    )
  return (text) => {
    const cached = known.get(text)
    if (cached !== undefined) return cached
    const found = isMatch(text)
    known.set(text, found)
    return found
  }
}

/** Splits a text into pieces; joined, they are the text again. */
export function markWords(text: string, matches: Matcher): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { 0: word, index } of text.matchAll(writtenWord)) {
    if (!matches(word)) continue
    if (index > at) pieces.push({ text: text.slice(at, index), isMatch: false })
    pieces.push({ text: word, isMatch: true })
    at = index + word.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false })
  return pieces
}

function firstMatch(text: string, matches: Matcher): number {
  for (const { 0: word, index } of text.matchAll(writtenWord)) if (matches(word)) return index
  return -1
}

const longestExcerpt = 140
// How far before the match an excerpt may begin, in code units: a line on a phone.
const longestLead = 60

/** The start of the excerpt: of the sentence of the match if near, else of a word before it. */
function startBefore(text: string, match: number): number {
  const lead = text.slice(Math.max(0, match - longestLead), match)
  const sentence = Math.max(lead.lastIndexOf('।'), lead.lastIndexOf('?'), lead.lastIndexOf('\n'))
  if (sentence >= 0) return match - lead.length + sentence + 1
  if (lead.length === match) return 0
  const space = lead.indexOf(' ')
  return space >= 0 ? match - lead.length + space + 1 : match
}

/** The part of the first text that holds a match, around it; null without a match. */
export function excerptOf(texts: string[], matches: Matcher): string | null {
  for (const text of texts) {
    const match = firstMatch(text, matches)
    if (match < 0) continue
    const start = startBefore(text, match)
    const rest = shorten(text.slice(start).replace(/\s+/g, ' '), longestExcerpt)
    return start > 0 && !/[।?\n]$/.test(text.slice(0, start).trimEnd()) ? `… ${rest}` : rest
  }
  return null
}

/** The excerpt of a story that matches only by its headline. */
export const beginningOf = (text: string): string => shorten(text, longestExcerpt)

import { LRUCache } from 'lru-cache'
import { romanKeys } from '@/lib/bengali/search/roman-keys'
import { searchKey, searchWords } from '@/lib/bengali/search/search-key'
import { stem, stemSteps } from '@/lib/bengali/search/stem'
import { type Body, blockText } from '@/lib/content-model/body'

export type SearchableStory = {
  headline: string
  kicker?: string | null
  standfirst?: string | null
  body: Body
}

/** A row of `ArticleSearch`. */
export type StorySearchRow = {
  /** The search key of the headline, for similar headlines. */
  headline: string
  /** Headline and kicker (weight A) and intro (B) with positions: the text of a tsvector. */
  top: string
  /** All words of the story, once each: the text of a tsvector. */
  words: string
}

// PostgreSQL limits words to 2,046 bytes and tsvectors to 1 MB; real ones are far smaller.
const longestWord = 60
const maxLetters = 200_000
const maxIntroWords = 200
// Positions between zones, so that the last word of the headline and the first of the intro are no phrase.
const gap = 10

/** The lexeme of a word of a search key: its stem. */
export function lexemeOf(word: string): string {
  return [...stem(word)].slice(0, longestWord).join('')
}

// Phonetic keys are slow to compute, and texts repeat their words.
const phoneticKeyCache = new LRUCache<string, string[]>({ max: 20_000 })

const isInitialism = (key: string) => key.startsWith('=')

/**
 * The phonetic keys of a word and of its shorter forms as lexemes: "~" and the key, distinct from every word. Numbers have
 * none.
 */
export function phoneticKeysOf(word: string): string[] {
  if (/\p{N}/u.test(word) || word.length > longestWord) return []
  const cached = phoneticKeyCache.get(word)
  if (cached) return cached
  const keys = new Set(stemSteps(word).flatMap(romanKeys))
  const phoneticKeys = [...keys].filter(Boolean).map((key) => `~${key}`)
  phoneticKeyCache.set(word, phoneticKeys)
  return phoneticKeys
}

/** The phonetic keys of a query's word: all readings of a Latin word; of a Bengali word only initialisms (বিএনপি finds BNP). */
export function phoneticKeysOfQuery(word: string): string[] {
  if (/^[a-z]+$/.test(word)) return romanKeys(word).map((key) => `~${key}`)
  return /\p{N}/u.test(word)
    ? []
    : stemSteps(word)
        .flatMap(romanKeys)
        .filter(isInitialism)
        .map((key) => `~${key}`)
}

/** Quotes a word for tsvector and tsquery. */
export const quoteLexeme = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

/** The standfirst, or the first paragraph without one (imported stories). */
function introOf({ standfirst, body }: SearchableStory): string {
  if (standfirst) return standfirst
  const first = body.find((block) => block.kind === 'paragraph')
  return first ? blockText(first) : ''
}

type Zone = { words: string[]; weight: 'A' | 'B' }

function positionLexemes(zones: Zone[]): Map<string, string[]> {
  const positions = new Map<string, string[]>()
  let at = 0
  for (const { words, weight } of zones) {
    for (const word of words) {
      at += 1
      for (const lexeme of new Set([lexemeOf(word), ...phoneticKeysOf(word)])) {
        positions.set(lexeme, [...(positions.get(lexeme) ?? []), `${at}${weight}`])
      }
    }
    at += gap
  }
  return positions
}

function lexemesOf(texts: string[]): Set<string> {
  const found = new Set<string>()
  let letters = 0
  for (const word of texts.flatMap(searchWords)) {
    if (letters > maxLetters) break
    const lexeme = lexemeOf(word)
    if (!found.has(lexeme)) letters += lexeme.length
    found.add(lexeme)
  }
  return found
}

/** The search words of a story. The rules of Bengali are here; the database only compares. */
export function searchRowOf(story: SearchableStory): StorySearchRow {
  const headline = searchKey(story.headline)
  const positions = positionLexemes([
    { words: headline.split(' ').filter(Boolean), weight: 'A' },
    { words: searchWords(story.kicker ?? ''), weight: 'A' },
    { words: searchWords(introOf(story)).slice(0, maxIntroWords), weight: 'B' },
  ])
  const bodyLexemes = lexemesOf([story.standfirst ?? '', ...story.body.map(blockText)])
  return {
    headline,
    top: [...positions].map(([lexeme, at]) => `${quoteLexeme(lexeme)}:${at.join(',')}`).join(' '),
    words: [...new Set([...positions.keys(), ...bodyLexemes])].map(quoteLexeme).join(' '),
  }
}

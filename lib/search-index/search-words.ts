import { LRUCache } from 'lru-cache'
import { romanKeys } from '@/lib/bengali/search/roman-keys'
import { searchKey, searchWords } from '@/lib/bengali/search/search-key'
import { stem, stemSteps } from '@/lib/bengali/search/stem'
import { type Body, blockText } from '@/lib/content-model/body'

/** What of a story readers can search. */
export type SearchableStory = {
  headline: string
  kicker?: string | null
  standfirst?: string | null
  body: Body
}

/** A story's words as `ArticleSearch` keeps them. */
export type StorySearchRow = {
  /** The headline's key, for near misses. */
  headline: string
  /** Headline and kicker (weight A) and intro (B), with places: a tsvector's text. */
  top: string
  /** All the story's words, once each: a tsvector's text. */
  words: string
}

// PostgreSQL takes words of 2,046 bytes and tsvectors of 1 MB; no real word or story comes near these.
const longestWord = 60
const maxLetters = 200_000
const maxIntroWords = 200
// Places apart, so that the headline's last word and the intro's first are no neighbours.
const gap = 10

/** What a word of a search key is found by: its stem. */
export function lexemeOf(word: string): string {
  return [...stem(word)].slice(0, longestWord).join('')
}

// A word's sounds take longer to find than all else about it, and papers use the same words every day.
const phoneticKeyCache = new LRUCache<string, string[]>({ max: 20_000 })

const isInitialism = (key: string) => key.startsWith('=')

/**
 * How a word sounds, as the index keeps it: "~" and the key, so that no sound is taken for a word. A text's word
 * sounds like each shorter form of it too. Numbers have no sound.
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

/**
 * The sounds a reader's word is looked up by. Latin typing may mean any of its readings; a word typed in Bengali means
 * itself, save that বিএনপি finds BNP too.
 */
export function phoneticKeysOfQuery(word: string): string[] {
  if (/^[a-z]+$/.test(word)) return romanKeys(word).map((key) => `~${key}`)
  return /\p{N}/u.test(word)
    ? []
    : stemSteps(word)
        .flatMap(romanKeys)
        .filter(isInitialism)
        .map((key) => `~${key}`)
}

/** A word as tsvector and tsquery read it. */
export const quoteLexeme = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

/** The sentence under the headline, or the first paragraph where there is none (imported stories have none). */
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

/** The words of a story, computed where the rules of Bengali are; the database only compares them. */
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

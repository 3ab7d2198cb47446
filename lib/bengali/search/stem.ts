/**
 * Light stemming for search: the endings of nouns come off, so that ঢাকার and ঢাকায় find ঢাকা.
 * Verbs are left alone. It works on the words of `searchKey`, not on text as written.
 *
 * A stem need not be a word. What counts is that all forms of one noun end at the same stem, so
 * endings come off until none fits, the base itself included (সরকার, সরকারের, সরকারকে all give
 * সরকা), and that two different words do not. Where the second would fail, the lexicon names the
 * word, and stripping stops there.
 */

import { searchKey } from './search-key'
import lexicon from './words.json' with { type: 'json' }

const keys = (...lists: string[][]) => new Set(searchKey(lists.flat().join(' ')).split(' '))

/**
 * Nouns at which stripping stops, as search keys: without its last letters a word of `notInflected` would be another one
 * (আমির would be আমি, পায়রা পায়); of those ending in দ, ক and ত the letter is the word's own (শহীদের is দ and -ের,
 * সড়কে ক and -ে, অতীতে ত and -ে). -বাদ is a rule.
 *
 * Made from general knowledge of the language, and by running the rules over the headwords of hunspell-bn and the words
 * of 123 news stories and reading which of them fell together. It was finished before the held-out part of
 * `tools/test-harness/labelled-words/stem-pairs.tsv` was first scored; but one person wrote both, so words known to both
 * lists are no accident.
 */
const nouns = keys(lexicon.notInflected, lexicon.endingInDa, lexicon.endingInKa, lexicon.endingInTa)

/** Verb forms and particles at which it stops, though they are no base of anything: করের is কর's, not করে's. */
const notNouns = keys(lexicon.notNouns)

/** A consonant or a vowel letter that opens a syllable, or an anusvara that closes one. */
const SYLLABLE = /(?<!\u09cd)[\u0985-\u09b9]|\u0982|\p{Script=Latin}/gu
const DIGIT = /\d/

/** Whether the rest is long enough for a noun: রাত, ঢাকা, বই, ১০, but not মা or কে. */
function canStand(base: string): boolean {
  return DIGIT.test(base) || (base.match(SYLLABLE)?.length ?? 0) >= 2
}

/**
 * What an ending takes off, and after what it may stand. In the order tried: where two fit, the
 * first wins unless the lexicon knows what the other leaves.
 */
const ENDINGS: readonly (readonly [ending: string, after: RegExp])[] = (
  [
    // "too" and "just". Not ই after আ, ই, উ: that is the word's own diphthong (লড়াই, দুই, বই).
    ['ও', /[^\u09cd]$/],
    ['ই', /[^\u09cd\u09be\u09bf\u09c1ইউঅআএ]$/],
    // "with": নেতাকর্মীসহ
    ['সহ', /[^\u09cd]$/],
    // People in the plural. -বাদের is -বাদ in the genitive (প্রতিবাদ, ইসলামাবাদ), save বাবাদের.
    ['দের', /(?<!^(?!বাবা).*বা)(?<!\u09cd)$/],
    ['য়েরা', /[ইউওং]$/],
    ['েরা', /[\p{L}\u09bc\u0982]$/u],
    ['রা', /[^\u09cd]$/],
    ['বৃন্দ', /[^\u09cd]$/],
    ['সমুহ', /[^\u09cd]$/],
    ['গন', /[^\u09cdং]$/],
    // Classifiers. Not -খানা: কারখানা, জেলখানা, ডাকখানা are places, and common in news.
    ['গুলো', /[^\u09cd]$/],
    ['গুলি', /[^\u09cd]$/],
    ['গুলা', /[^\u09cd]$/],
    ['টুকু', /[^\u09cd]$/],
    ['খানি', /[^\u09cd]$/],
    ['টি', /[^\u09cd]$/],
    ['টা', /[^\u09cd]$/],
    ['জন', /\d$/],
    // Genitive
    ['য়ের', /[ইউওং]$/],
    ['কের', /(?:আজ|কাল)$/],
    ['এর', /[^\u09cd]$/],
    ['ের', /[\p{L}\u09bc\u0982]$/u],
    ['র', /[\da-z\u09be-\u09ccইউও]$/],
    // Accusative. In ংকে the ক is the word's own (ব্যাংকে), save in names (বেইজিংকে).
    ['কে', /(?:[^\u09cdং]|িং|য়াং)$/u],
    // Locative: -তে after a vowel other than আ, -য় after আ and ও, -ে after a consonant
    ['তে', /[\da-z\u09bf\u09c1\u09c7\u09c8\u09cb\u09ccইউও]$/],
    ['য়ে', /[ইউওং]$/],
    ['য়', /[\u09be\u09cb]$/],
    ['এ', /\d$/],
    ['ে', /[\p{L}\u09bc\u0982]$/u],
  ] as const
).map(([ending, after]) => [ending.normalize('NFC'), after])

/** Forms of nouns with one syllable, which `canStand` excludes: মায়ের, স্ত্রীর. */
const SHORT = /^(?:([মপগচঘ]া)(?:কে|য়ের|য়ে|য়েরা)|(স্ত্রি|শো|ক্রু)(?:র|কে|তে|রা|দের))$/u

function shorter(word: string): string | null {
  if (nouns.has(word) || notNouns.has(word)) return null
  const short = SHORT.exec(word)
  if (short) return short[1] ?? short[2] ?? null
  let found: string | null = null
  for (const [ending, after] of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (!after.test(base)) continue
    if (nouns.has(base)) return base
    found ??= canStand(base) ? base : null
  }
  return found
}

/** The word and each shorter form on the way to its stem, the stem last. */
export function stemSteps(word: string): string[] {
  const steps = [word]
  for (let next = shorter(word); next !== null; next = shorter(next)) steps.push(next)
  return steps
}

/** The stem of one word of a search key: one for all forms of a noun. */
export function stem(word: string): string {
  return stemSteps(word).at(-1) ?? word
}

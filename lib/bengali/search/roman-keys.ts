/**
 * Latin typing finds Bengali: `putin` finds পুতিন, `BNP` finds বিএনপি. Words of both scripts are reduced to phonetic keys,
 * and match when they share one.
 *
 * The key keeps what readers spell alike: consonants, i, u, e, the first vowel and a last a. It drops what they spell
 * differently: aspiration, v/bh/w, z/j, s/sh, doubled letters, and every a or o in between, since the inherent vowel is
 * written a, o or not at all (chattogram, rahman, prothom).
 */

import { LATIN_HABITS, LATIN_OPTIONS, LETTER_NAMES, SOUNDS, TRADITIONAL } from './roman-sounds'
import { searchKey } from './search-key'

/** No name has more letters or words; what follows is not heard, and a text of a million letters takes no longer. */
const MAX_LETTERS = 100
const MAX_WORDS = 12

/** The most keys of a word: more than any known name has. */
const MAX_KEYS = 48

const BENGALI_LETTER = /[\u0980-\u09ff]/
const INITIALISM = new RegExp(`^(?:${[...LETTER_NAMES.keys()].join('|')}){2,}$`)
const LETTER_NAME = new RegExp([...LETTER_NAMES.keys()].join('|'), 'g')

/** Every way of taking or leaving each option, in order. */
function variants(start: string, options: readonly (readonly [RegExp, string])[]): string[] {
  let all = [start]
  for (const [pattern, replacement] of options) {
    all = [...new Set(all.flatMap((form) => [form, form.replace(pattern, replacement)]))]
  }
  return all.slice(0, MAX_KEYS)
}

/** Rough sounds to the key. Y is a glide, which only separates vowels. */
function skeleton(sounds: string): string {
  const first = sounds.search(/[aeiou]/)
  const tail = sounds.slice(first + 1)
  const last = /[ao]$/.test(tail) ? 'a' : ''
  return (sounds.slice(0, first + 1) + tail.replace(/[aoY]/g, '') + last)
    .replace(/iu/g, 'u')
    .replace(/n[gh]+/g, 'n')
    .replace(/([a-z])\1+/g, '$1')
}

/** Bengali to rough sounds. A is the inherent vowel, written a or o; the last one of a cluster may be mute. */
function bengaliSounds(text: string): string[] {
  let sounds = text
  for (const [pattern, replacement] of SOUNDS) sounds = sounds.replace(pattern, replacement)
  return variants(sounds, [
    [/YA?(?=[^aeiouAYZ])/g, 'i'],
    [/A/g, 'o'],
    [/Z$/, 'a'],
    [/B/g, 'b'],
  ]).map((form) => form.replace(/A/g, 'a').replace(/[ZB]/g, ''))
}

/** Latin to rough sounds, with the reading of English spelling as a second one: trump, facebook. */
function latinSounds(word: string): string[] {
  let sounds = TRADITIONAL.get(word) ?? word
  for (const [pattern, replacement] of LATIN_HABITS) sounds = sounds.replace(pattern, replacement)
  return variants(sounds, LATIN_OPTIONS)
}

/**
 * The keys of a word or a name, in Bengali or in Latin letters. Two texts meet when they share one.
 * Spaces do not count (metro rail, মেট্রোরেল), so an index makes keys word by word, for the word and
 * for its stem steps, and for a name as a whole. An initialism has a key of its letters, after `=`.
 */
export function romanKeys(text: string): string[] {
  const words = searchKey(text).split(' ', MAX_WORDS)
  const joined = words.join('').slice(0, MAX_LETTERS)
  if (joined === '') return []
  if (BENGALI_LETTER.test(joined)) {
    const keys = bengaliSounds(joined).map(skeleton)
    if (INITIALISM.test(joined)) {
      keys.push(`=${joined.replace(LETTER_NAME, (name) => LETTER_NAMES.get(name) ?? '')}`)
    }
    return [...new Set(keys)]
  }
  const readings = words
    .map((word) => latinSounds(word.slice(0, MAX_LETTERS)))
    .reduce((starts, ends) => {
      return starts.flatMap((start) => ends.map((end) => start + end)).slice(0, MAX_KEYS)
    })
  const keys = readings.map(skeleton)
  if (/^[a-z]{2,6}$/.test(joined)) keys.push(`=${joined}`)
  return [...new Set(keys)]
}

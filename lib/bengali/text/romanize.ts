import { toLatinDigits } from '@/lib/bengali/digits'
import { composeLetters } from './normalize'
import letters from './romanize.json' with { type: 'json' }

type Sounds = Record<string, string>
const consonants: Sounds = letters.consonants
const vowelSigns: Sounds = letters.vowelSigns
const vowels: Sounds = { ...letters.vowelLetters, ...letters.vowelSigns }
const others: Sounds = letters.others
const hasanta = '্'
const joiners = /[\u200c\u200d]/g

type Sound = { text: string; kind: 'consonant' | 'vowel' | 'inherent' | 'other' }

/** The word's sounds; every consonant without a sign is followed by its inherent vowel. */
function soundsOf(word: string): Sound[] {
  const found = word.match(/[ডঢয]়|./gsu) ?? []
  return found.flatMap((letter, index): Sound[] => {
    const next = found[index + 1] ?? ''
    const consonant = consonants[letter]
    if (consonant !== undefined) {
      const sound: Sound = { text: consonant, kind: 'consonant' }
      const isBare = next !== hasanta && !(next in vowelSigns) && letter !== 'ৎ'
      return isBare ? [sound, { text: 'a', kind: 'inherent' }] : [sound]
    }
    const vowel = vowels[letter]
    if (vowel !== undefined) return [{ text: vowel, kind: 'vowel' }]
    if (letter === hasanta) return []
    return [{ text: others[letter] ?? letter, kind: 'other' }]
  })
}

const isVowel = (sound: Sound | undefined) => sound?.kind === 'vowel' || sound?.kind === 'inherent'

/**
 * The inherent vowel is silent at a word's end, and between a vowel and a consonant that has a vowel of its own
 * (ইনকিলাব: inkilab), unless it is the word's only vowel (হক: hak).
 */
function isSilent(sounds: Sound[], at: number, firstVowelAt: number): boolean {
  if (sounds[at]?.kind !== 'inherent') return false
  const before = firstVowelAt < at
  if (at === sounds.length - 1) return before
  return before && isVowel(sounds[at - 2]) && sounds[at + 2]?.kind === 'vowel'
}

/**
 * Bengali in Latin letters as names are commonly spelt, readable and not reversible: ইনকিলাব ডেস্ক → "inkilab desk".
 * Our own small scheme: npm's romanisers drop every inherent vowel or keep every final one.
 */
export function romanize(text: string): string {
  return toLatinDigits(composeLetters(text).replace(joiners, '')).replace(
    /[\p{Script=Bengali}]+/gu,
    (word) => {
      const sounds = soundsOf(word)
      const firstVowelAt = sounds.findIndex(isVowel)
      return sounds
        .map((sound, at) => (isSilent(sounds, at, firstVowelAt) ? '' : sound.text))
        .join('')
    },
  )
}

const maxSlugLength = 60

/** The Latin slug of a name or title; empty when nothing in it can be written so. */
export function slugify(text: string): string {
  return romanize(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxSlugLength)
    .replace(/^-+|-+$/g, '')
}

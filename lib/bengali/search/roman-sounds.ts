import data from './roman-sounds.json' with { type: 'json' }

/** The tables behind `romanKeys`: Bengali letters, Latin habits and the names with a tradition. */

type Rules = readonly (readonly [RegExp, string])[]

/** How the letters of an initialism are spelt out, the longer names first. */
export const LETTER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(data.letterNames).map(([name, letter]) => [name.normalize('NFC'), letter]),
)

/** Spellings with a history, which follow no scheme. */
export const TRADITIONAL: ReadonlyMap<string, string> = new Map(Object.entries(data.traditional))

const letterRules: Rules = Object.entries(data.consonants).flatMap(([sound, letters]) =>
  [...letters].map((letter) => [new RegExp(letter, 'g'), sound] as const),
)

const H = '\u09cd'
const SIGN = '\u09be-\u09cc'

/**
 * Bengali (as a search key) to rough sounds, in order. A is the inherent vowel, Z one that may be
 * mute, B a ব that may be, Y the glide য়.
 */
export const SOUNDS: Rules = [
  // Letters that change in company: ক্ষ, জ্ঞ, ঙ্গ, ওয়, the second ব and য of a cluster, ড় ঢ় য়.
  [/ক\u09cdষ/g, 'ক'],
  [/জ\u09cdঞ/g, 'গ'],
  [/ওয\u09bc(?=[\u09be-\u09cc])/g, 'ভ'],
  [/[ডঢ]\u09bc/g, 'র'],
  [/য\u09bc/g, 'Y'],
  [/অ\u09cdয\u09be/g, 'a'],
  [/(?<=^র|[^র])\u09cdয/g, ''],
  [/(?<=[দগ])\u09cdব/g, 'B'],
  [/(?<=[কখঘচজটডণতথধনশষসহ])\u09cdব/g, ''],
  // The inherent vowel, after every consonant that has no sign and no hasanta. Mute at the end of a
  // word, but after a cluster it may be heard: রাষ্ট্র.
  [new RegExp(`([\\u0982${H}][ক-হ])$`), '$1Z'],
  [new RegExp(`([ক-হYB])(?![${SIGN}${H}BZ]|$)`, 'g'), '$1A'],
  [/[\u09cd\u0983]/g, ''],
  [/[ংঙ]/g, 'ng'],
  [/ইউ/g, 'u'],
  [/[অ]/g, 'A'],
  [/[আ\u09be]/g, 'a'],
  [/[ইি]/g, 'i'],
  [/[উু]/g, 'u'],
  [/[ঋৃ]/g, 'ri'],
  [/[এে]ই/g, 'e'],
  [/[এে]/g, 'e'],
  [/[ঐৈ]/g, 'Ai'],
  [/[ওো]/g, 'o'],
  [/[ঔৌ]/g, 'Au'],
  ...letterRules,
  [/ei/g, 'e'],
]

/** What Latin letters always stand for, in order. C is ch. */
export const LATIN_HABITS: Rules = [
  [/[^a-z]/g, ''],
  [/^sch/, 'sk'],
  [/ksh/g, 'k'],
  [/chh?/g, 'C'],
  [/ph/g, 'f'],
  [/([kgjtdbszl])h/g, '$1'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/C/g, 'c'],
  [/que$/, 'k'],
  [/qu(?=[aeiy])/g, 'k'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/v/g, 'b'],
  [/([ao])w(?![aeiouy])/g, '$1u'],
  [/(?<=[^aeioumrlbn])w/g, ''],
  [/w/g, 'b'],
  [/ee|ie/g, 'i'],
  [/oo/g, 'u'],
  [/^(?:you|yu|eu)/, 'u'],
  [/aa/g, 'a'],
  [/yy/g, 'y'],
  [/(?<=[aou])y(?=[^aeiouy])/g, 'i'],
  [/(?<![aeiou])y(?![aeiou])/g, 'i'],
]

/** What they may stand for as well. */
export const LATIN_OPTIONS: Rules = [
  // English: facebook, biden, russia, ukraine, malaysia, dengue
  [/a([bcdfgjklmnprst])e/, 'e$1e'],
  [/i([bcdfgjklmnprst])e/, 'ai$1e'],
  [/^([^aeiou]*)u(?=[^aeiouy][^aeiouy]|[^aeiouy]$)/, '$1a'],
  [/ai(?=[^aeiou])/g, 'e'],
  [/ea/g, 'i'],
  [/ue$/, 'u'],
  [/u?e$/, ''],
  // eid is ঈদ, sheikh is শেখ
  [/e[iy]/g, 'i'],
  [/e[iy]/g, 'e'],
  // sarker, banerjee: an e for the inherent vowel or for আ
  [/(?<=[aeiou].*[^aeiou])e(?=[^aeiou])/g, ''],
  // myanmar: মিয়ানমার
  [/(?<=[^aeiou])y(?=[aeiou])/g, 'i'],
  [/(?<=[aeiou])y|y(?=[aeiou])/g, 'Y'],
  [/ah$/, 'a'],
]

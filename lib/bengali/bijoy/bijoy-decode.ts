import {
  BASES,
  HALVES,
  MARKS,
  OTHERS,
  PRE_SIGNS,
  SIGNS,
  TAILS,
  VOWELS,
  WINDOWS_1252,
} from './bijoy-table'

const HASANTA = '্'
/** Longer than any conjunct; a longer run of halves is not a word and would take quadratic time. */
const MAX_CLUSTER = 24
/** অ and এ alone take signs: আ, অ্যা, এ্যা. */
const SIGN_ON_VOWEL = /^[অ-ঔ].*[^অ-ঔা্যঁ]|^[আ-ঔ]া/
const PUNCTUATION = /[-\s.,;:!?'"()[\]/]/
const C1 = /[\u0080-\u009f]/g
/** Control characters 0x80-0x9F as the characters of these bytes in Windows-1252. */
export const fold1252 = (text: string) =>
  text.replace(C1, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 128))

type Syllable = {
  pre: string
  cluster: string
  sign: string
  reph: boolean
  nasal: string
}
const emptySyllable = (): Syllable => ({
  pre: '',
  cluster: '',
  sign: '',
  reph: false,
  nasal: '',
})

/** Puts a syllable drawn in visual order (sign, cluster, reph) into Unicode's order (reph, cluster, sign). */
function spell(s: Syllable): string {
  const sign =
    s.pre === 'ে' && s.sign === 'া' ? 'ো' : s.pre === 'ে' && s.sign === 'ৗ' ? 'ৌ' : s.pre + s.sign
  if (s.cluster === 'অ' && sign === 'া') return `আ${s.nasal}`
  return (s.reph ? `র${HASANTA}` : '') + s.cluster + sign + s.nasal
}

/** @returns the Unicode spelling and the number of faults, such as a sign without a letter */
export function decode(source: string): { text: string; faults: number } {
  let text = ''
  let faults = 0
  let at = emptySyllable()
  const flush = () => {
    if (at.cluster.endsWith(HASANTA) || (at.pre && !at.cluster)) faults++
    if (at.pre && at.sign && !/^ে[াৗ]$/.test(at.pre + at.sign)) faults++
    const spelt = spell(at)
    if (SIGN_ON_VOWEL.test(spelt)) faults++
    text += spelt
    at = emptySyllable()
  }
  const sign = (value: string) => {
    // A sign typed twice (¯‹yyj) is invisible in print.
    if (!at.cluster || (at.sign && at.sign !== value)) faults++
    at.sign = value
  }
  for (const char of source) {
    if (at.cluster.length > MAX_CLUSTER) flush()
    const base = BASES.get(char) ?? HALVES.get(char) ?? VOWELS.get(char)
    const tail = TAILS.get(char)
    if (base) {
      if (at.cluster && !at.cluster.endsWith(HASANTA)) flush()
      const vowel = /[ুৃ]$/.exec(base)?.[0] ?? ''
      at.cluster += vowel ? base.slice(0, -1) : base
      if (vowel) sign(vowel)
    } else if (tail) {
      if (!at.cluster) faults++
      // র‍্য (র‍্যাব) needs the joiner: without it Unicode reads reph + য (কার্য), a different word.
      if (at.cluster === 'র' && char === '¨') at.cluster += '\u200d'
      at.cluster += at.cluster.endsWith(HASANTA) ? tail.slice(1) : tail
      if (char === '‘') {
        at.cluster = at.cluster.slice(0, -1)
        sign('ু')
      }
    } else if (PRE_SIGNS.has(char)) {
      if (at.pre || at.cluster) flush()
      at.pre = PRE_SIGNS.get(char) ?? ''
    } else if (SIGNS.has(char)) {
      sign(SIGNS.get(char) ?? '')
    } else if (char === '©') {
      if (!at.cluster) faults++
      at.reph = true
    } else if (char === 'u') {
      if (!at.cluster) faults++
      at.nasal = 'ঁ'
    } else if (char === '&' && at.cluster) {
      flush()
      text += `${HASANTA}\u200c`
    } else {
      flush()
      const other = MARKS.get(char) ?? OTHERS.get(char)
      text += other ?? char
      if (!other && !PUNCTUATION.test(char)) faults++
    }
  }
  flush()
  return { text: text.replace(/\u200c(?![ক-হ])/g, '').normalize('NFC'), faults }
}

/**
 * The Unicode spelling of a run that is known to be Bijoy (a file or paragraph set in SutonnyMJ), in NFC. Digits, the
 * danda and Bijoy's own quotes are converted too. It makes nonsense of English: for mixed text use `convertBijoy`.
 */
export function decodeBijoy(word: string): string {
  return decode(fold1252(word)).text
}

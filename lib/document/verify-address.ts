import { toLatinDigits } from '@/lib/bengali/digits'
import { firstGraphemes } from '@/lib/bengali/shorten'
import { normalizeText, plainLetters } from '@/lib/bengali/text'

/** Where anybody asks whether a photocard is the paper's. */
export const verifyAddress = '/verify'

/**
 * The letters of a photocard's code: no vowels, so that no code is a word, and of letters that look alike one each.
 * Twelve of them are 24^12, 55 bits: at a thousand tries a second one of a million cards is found in a year.
 */
export const codeLetters = '23456789cdfhjkmnpqrtvwxy'
export const codeLength = 12
const groupLength = 4

/** What eyes take for a letter of the code that is there. */
const lookAlikes: Record<string, string> = { b: '8', g: '6', s: '5', z: '2', u: 'v' }

// Longer than the whole address of a code; bounds the work on what a hostile one may hold.
const mostTyped = 500
const shape = new RegExp(`^[${codeLetters}]{${codeLength}}$`)
const joints = /[\s\p{Pd}_.·]+/gu

/** Somebody may hand in the whole address that the picture's square leads to. */
const lastPart = (typed: string) => /\/verify\/([^/?#]*)/i.exec(typed)?.[1] ?? typed

/** The code that was meant, as it is kept; null for what no code can be. Hyphens, blanks and case do not matter. */
export function readCode(typed: string): string | null {
  const letters = toLatinDigits(plainLetters(lastPart(typed.slice(0, mostTyped))))
  const code = letters.replace(joints, '').replace(/[bgszu]/g, (letter) => lookAlikes[letter] ?? '')
  return shape.test(code) ? code : null
}

const grouped = (code: string) =>
  code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code

/** A code as it is printed, to be read aloud: “K7MX-93PF-CWR4”. */
export const showCode = (code: string) => grouped(code).toUpperCase()

/** A code in an address. */
export const codeInAddress = grouped

// What cannot stand in a path's part, and what would end up as another one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unfit = /[\u0000-\u001f\u007f\ufffd/\\]+/g
const longestShown = 40

/** What was typed and is no code, as its page shows it again. */
function wordsOf(typed: string): string {
  const text = normalizeText(typed.slice(0, mostTyped).toWellFormed()).replace(unfit, ' ')
  const words = firstGraphemes(text.replace(/\s+/g, ' ').trim(), longestShown).trim()
  const lower = words.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return /^\.{1,2}$/.test(lower) ? '' : lower
}

/** The one address of a code, however it was typed; what is none has one too, where that is said. */
export function verifyPath(typed: string): string {
  const words = wordsOf(typed)
  const code = readCode(typed) ?? readCode(words)
  const part = code ? grouped(code) : encodeURIComponent(words)
  return part ? `${verifyAddress}/${part}` : verifyAddress
}

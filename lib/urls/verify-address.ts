import { toLatinDigits } from '@/lib/bengali/digits'
import { normalizeText, plainLetters } from '@/lib/bengali/text/normalize'
import { firstGraphemes } from '@/lib/bengali/text/shorten'

/** Where anybody asks whether a photocard is the paper's. */
export const verifyBasePath = '/verify'

/**
 * The letters of a photocard's code: no vowels, so that no code is a word, and of letters that look alike one each.
 * Twelve of them are 24^12, 55 bits: at a thousand tries a second one of a million cards is found in a year.
 */
export const codeAlphabet = '23456789cdfhjkmnpqrtvwxy'
export const codeLength = 12
const groupLength = 4

/** What eyes take for a letter of the code that is there. */
const confusableCharacters: Record<string, string> = { b: '8', g: '6', s: '5', z: '2', u: 'v' }

// Longer than the whole address of a code; bounds the work on what a hostile one may hold.
const maxInputLength = 500
const codePattern = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`)
const separators = /[\s\p{Pd}_.·]+/gu

/** Somebody may hand in the whole address that the picture's square leads to. */
const codeFromUrl = (typed: string) => /\/verify\/([^/?#]*)/i.exec(typed)?.[1] ?? typed

/** The code that was meant, as it is kept; null for what no code can be. Hyphens, blanks and case do not matter. */
export function parseCode(typed: string): string | null {
  const letters = toLatinDigits(plainLetters(codeFromUrl(typed.slice(0, maxInputLength))))
  const code = letters
    .replace(separators, '')
    .replace(/[bgszu]/g, (letter) => confusableCharacters[letter] ?? '')
  return codePattern.test(code) ? code : null
}

const groupCode = (code: string) =>
  code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code

/** A code as it is printed, to be read aloud: “K7MX-93PF-CWR4”. */
export const formatCode = (code: string) => groupCode(code).toUpperCase()

/** A code in an address. */
export const codePathSegment = groupCode

// What cannot stand in a path's part, and what would end up as another one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unsafeCharacters = /[\u0000-\u001f\u007f\ufffd/\\]+/g
const maxShownGraphemes = 40

/** What was typed and is no code, as its page shows it again. */
function displayInput(typed: string): string {
  const text = normalizeText(typed.slice(0, maxInputLength).toWellFormed()).replace(
    unsafeCharacters,
    ' ',
  )
  const words = firstGraphemes(text.replace(/\s+/g, ' ').trim(), maxShownGraphemes).trim()
  const lower = words.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return /^\.{1,2}$/.test(lower) ? '' : lower
}

/** The one address of a code, however it was typed; what is none has one too, where that is said. */
export function verifyPath(typed: string): string {
  const words = displayInput(typed)
  const code = parseCode(typed) ?? parseCode(words)
  const part = code ? groupCode(code) : encodeURIComponent(words)
  return part ? `${verifyBasePath}/${part}` : verifyBasePath
}

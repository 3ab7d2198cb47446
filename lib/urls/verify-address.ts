import { toLatinDigits } from '@/lib/bengali/digits'
import { normalizeText, plainLetters } from '@/lib/bengali/text/normalize'
import { firstGraphemes } from '@/lib/bengali/text/shorten'

export const verifyBasePath = '/verify'

/**
 * The letters of a photocard's code: without vowels, so that no code is a word, and without letters that look alike.
 * Twelve letters have 55 bits: at a thousand tries a second, one of a million cards is found in a year.
 */
export const codeAlphabet = '23456789cdfhjkmnpqrtvwxy'
export const codeLength = 12
const groupLength = 4

/** Letters that look like one of the alphabet. */
const confusableCharacters: Record<string, string> = { b: '8', g: '6', s: '5', z: '2', u: 'v' }

// Longer than the address of a code; bounds the work on hostile input.
const maxInputLength = 500
const codePattern = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`)
const separators = /[\s\p{Pd}_.·]+/gu

/** The input may be the whole address from the QR code. */
const codeFromUrl = (typed: string) => /\/verify\/([^/?#]*)/i.exec(typed)?.[1] ?? typed

/** The code as stored; null for invalid input. Hyphens, spaces, case and confusable letters do not matter. */
export function parseCode(typed: string): string | null {
  const letters = toLatinDigits(plainLetters(codeFromUrl(typed.slice(0, maxInputLength))))
  const code = letters
    .replace(separators, '')
    .replace(/[bgszu]/g, (letter) => confusableCharacters[letter] ?? '')
  return codePattern.test(code) ? code : null
}

const groupCode = (code: string) =>
  code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code

/** A code as printed: “K7MX-93PF-CWR4”. */
export const formatCode = (code: string) => groupCode(code).toUpperCase()

/** A code in an address. */
export const codePathSegment = groupCode

// Invalid in a path segment.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed
const unsafeCharacters = /[\u0000-\u001f\u007f\ufffd/\\]+/g
const maxShownGraphemes = 40

/** Invalid input as its page shows it again. */
function displayInput(typed: string): string {
  const text = normalizeText(typed.slice(0, maxInputLength).toWellFormed()).replace(
    unsafeCharacters,
    ' ',
  )
  const words = firstGraphemes(text.replace(/\s+/g, ' ').trim(), maxShownGraphemes).trim()
  const lower = words.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return /^\.{1,2}$/.test(lower) ? '' : lower
}

/** The canonical address of a typed code; invalid input has one too, whose page says so. */
export function verifyPath(typed: string): string {
  const words = displayInput(typed)
  const code = parseCode(typed) ?? parseCode(words)
  const part = code ? groupCode(code) : encodeURIComponent(words)
  return part ? `${verifyBasePath}/${part}` : verifyBasePath
}

import { composeLetters } from '@/lib/bengali/text/normalize'

// PostgreSQL refuses NUL in strings.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are refused
const forbiddenCharacters = /[\u0000-\u001f\u007f\\]/

/** The decoded segments; null for an incomplete or forbidden sequence, a dot segment or an encoded slash. */
function decodeSegments(path: string): string[] | null {
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent)
    const hasInvalidSegment = segments.some(
      (segment) =>
        forbiddenCharacters.test(segment) || segment.includes('/') || /^\.{1,2}$/.test(segment),
    )
    return hasInvalidSegment ? null : segments
  } catch {
    // decodeURIComponent throws on an incomplete sequence.
    return null
  }
}

// Composed and decomposed letters are one address.
const normalizeSegment = (segment: string) =>
  encodeURIComponent(composeLetters(segment).replace(/[A-Z]/g, (letter) => letter.toLowerCase()))

/**
 * The canonical form of a path: no double or trailing slash, NFC, lower-case Latin, percent-encoded as by
 * `encodeURIComponent`. Null for an invalid path.
 */
export function canonicalPath(path: string): string | null {
  const segments = decodeSegments(path)
  return segments && `/${segments.map(normalizeSegment).join('/')}`
}

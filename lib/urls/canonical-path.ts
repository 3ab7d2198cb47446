import { composeLetters } from '@/lib/bengali/text/normalize'

// Control characters and backslashes have no place in a path; NUL would end a string in PostgreSQL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbiddenCharacters = /[\u0000-\u001f\u007f\\]/

/** The path decoded, part by part; null for a cut or forbidden sequence, a dot segment, a hidden slash. */
function decodeSegments(path: string): string[] | null {
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent)
    const hasInvalidSegment = segments.some(
      (segment) =>
        forbiddenCharacters.test(segment) || segment.includes('/') || /^\.{1,2}$/.test(segment),
    )
    return hasInvalidSegment ? null : segments
  } catch {
    // decodeURIComponent throws on a cut-off sequence: no document has such an address.
    return null
  }
}

// A composed letter and the same in pieces are one address; which one it is, is not the reader's keyboard's to say.
const normalizeSegment = (segment: string) =>
  encodeURIComponent(composeLetters(segment).replace(/[A-Z]/g, (letter) => letter.toLowerCase()))

/**
 * The one way of writing a path: no double or trailing slash, NFC, lower-case Latin, percent-encoding as
 * `encodeURIComponent` writes it. Null where no document can have that path.
 */
export function canonicalPath(path: string): string | null {
  const segments = decodeSegments(path)
  return segments && `/${segments.map(normalizeSegment).join('/')}`
}

import { composeLetters } from '@/lib/bengali/text'

// Control characters and backslashes have no place in a path; NUL would end a string in PostgreSQL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u001f\u007f\\]/

/** The path decoded, part by part; null for a cut or forbidden sequence, a dot segment, a hidden slash. */
function decodeParts(path: string): string[] | null {
  try {
    const parts = path.split('/').filter(Boolean).map(decodeURIComponent)
    const bad = parts.some(
      (part) => forbidden.test(part) || part.includes('/') || /^\.{1,2}$/.test(part),
    )
    return bad ? null : parts
  } catch {
    // decodeURIComponent throws on a cut-off sequence: no document has such an address.
    return null
  }
}

// A composed letter and the same in pieces are one address; which one it is, is not the reader's keyboard's to say.
const oneSpelling = (part: string) =>
  encodeURIComponent(composeLetters(part).replace(/[A-Z]/g, (letter) => letter.toLowerCase()))

/**
 * The one way of writing a path: no double or trailing slash, NFC, lower-case Latin, percent-encoding as
 * `encodeURIComponent` writes it. Null where no document can have that path.
 */
export function canonicalPath(path: string): string | null {
  const parts = decodeParts(path)
  return parts && `/${parts.map(oneSpelling).join('/')}`
}

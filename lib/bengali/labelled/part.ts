/** Rows that the rules were tuned on, and rows looked at once, after the tuning was over. */
export type Part = 'tune' | 'final'

/**
 * Puts a third of the words in the held-out part, by a hash (FNV-1a, 32 bits) of the word itself, so
 * that nobody chose which and adding a row moves no other.
 */
export function partOf(word: string): Part {
  let hash = 0x811c9dc5
  for (const char of word.normalize('NFC')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash % 3 === 0 ? 'final' : 'tune'
}

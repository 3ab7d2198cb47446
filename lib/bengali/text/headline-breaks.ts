import { countGraphemes } from './shorten'

/** A piece of a headline; a bound one should stand on one line. */
export type HeadlinePiece = { text: string; isUnbreakable: boolean }

// A number with what it counts (৪ উইকেটে), and compounds with a hyphen (ব-দ্বীপ): good setters keep them together.
// Each begins where the number or the word does, so that a long one is looked through once.
const unbreakable = /(?<!\p{Nd}[.,]?)\p{Nd}[\p{Nd}.,]* [^\s]+|(?<![^\s-])[^\s-]+-[^\s]+/gu
// Longer than this a bound piece could overflow a phone whose text is set to 200 %.
const maxUnbreakableLength = 12

/**
 * Cuts a headline into pieces for the setter; joined, they are the headline again. CSS has no rule for these: browsers
 * break a line after any hyphen (UAX #14, class HY) and between a number and its noun.
 */
export function splitHeadline(text: string): HeadlinePiece[] {
  const pieces: HeadlinePiece[] = []
  let at = 0
  for (const match of text.matchAll(unbreakable)) {
    if (countGraphemes(match[0]) > maxUnbreakableLength) continue
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isUnbreakable: false })
    pieces.push({ text: match[0], isUnbreakable: true })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isUnbreakable: false })
  return pieces
}

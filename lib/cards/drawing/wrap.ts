import { splitHeadline } from '@/lib/bengali/text/headline-breaks'
import { listLetters } from '@/lib/bengali/text/shorten'

export type Fits = (line: string) => boolean

const nbsp = '\u00a0'

/** The parts between which lines may break: a number stays with its noun, a hyphenated compound whole. */
export function unbrokenParts(text: string): string[] {
  const bound = splitHeadline(text).map((piece) =>
    piece.isUnbreakable ? piece.text.replaceAll(' ', nbsp) : piece.text,
  )
  return bound
    .join('')
    .split(/[ \n]+/)
    .filter(Boolean)
}

function joinFitting(parts: string[], fits: Fits): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && fits(last + part)) joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}

/** Breaks a part that is too wide for a line at its space, at its hyphen or else between letters. */
export function breakPart(part: string, fits: Fits): string[] {
  if (fits(part)) return [part]
  const words = part.split(nbsp)
  if (words.length > 1) return words.flatMap((word) => breakPart(word, fits))
  const compound = part.split(/(?<=[-–])/)
  if (compound.length > 1)
    return joinFitting(
      compound.flatMap((each) => breakPart(each, fits)),
      fits,
    )
  return joinFitting(listLetters(part), fits)
}

/** Fills the lines greedily; null when a part is wider than a line. */
export function wrap(parts: string[], fits: Fits): string[] | null {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${part}`)) lines[lines.length - 1] = `${last} ${part}`
    else if (fits(part)) lines.push(part)
    else return null
  }
  return lines
}

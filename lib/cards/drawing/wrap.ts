import { splitHeadline } from '@/lib/bengali/text/headline-breaks'
import { listLetters } from '@/lib/bengali/text/shorten'

/** Whether a line is narrow enough. */
export type Fits = (line: string) => boolean

const nbsp = '\u00a0'

/** What lines break between: a number stays with what it counts, and a compound with its hyphen. */
export function unbrokenParts(text: string): string[] {
  const bound = splitHeadline(text).map((piece) =>
    piece.isUnbreakable ? piece.text.replaceAll(' ', nbsp) : piece.text,
  )
  return bound
    .join('')
    .split(/[ \n]+/)
    .filter(Boolean)
}

/** Neighbours put together as far as they fit. */
function joinFitting(parts: string[], fits: Fits): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && fits(last + part)) joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}

/** What is too wide for a line, in pieces that are not: apart at its blank, at its hyphen, or else between letters. */
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

/** As much on each line as it holds; null where a part is wider than a line. */
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

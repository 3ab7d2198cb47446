import { findBijoy, holdBijoy } from '@/lib/bengali/bijoy/bijoy'
import type { AmbiguousWord, BijoyDecisions } from './bijoy-decisions'

/** A doubtful word and its place in a line. */
export type AmbiguousMatch = AmbiguousWord & { start: number; end: number }

export type LineDetection = {
  /** Words that are surely Bijoy and that the writer has not chosen to keep. */
  found: string[]
  ambiguous: AmbiguousMatch[]
}

/** Part of a longer word is another word. */
const isWordAt = (text: string, start: number, end: number) =>
  !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end))

/** The position of a word in a text. */
export function findOccurrences(text: string, word: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  if (!word) return places
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length
    if (isWordAt(text, start, end)) places.push({ start, end })
  }
  return places
}

/** The doubtful words that are still in the text, in order. */
export const findAmbiguous = (text: string, doubts: AmbiguousWord[]): AmbiguousMatch[] =>
  doubts
    .flatMap((word) => findOccurrences(text, word.original).map((place) => ({ ...word, ...place })))
    .sort((a, b) => a.start - b.start)

/** The Bijoy in a line that awaits the writer's answer. */
export function detectInLine(text: string, { doubts, kept }: BijoyDecisions): LineDetection {
  const found = findBijoy(text)
    .filter(({ text: word, certainty }) => certainty === 'sure' && !kept.includes(word))
    .map((finding) => finding.text)
  return { found, ambiguous: findAmbiguous(text, doubts) }
}

/** The line with its sure words converted, and the words that the writer must judge. */
export function convertLine(
  text: string,
  kept: string[],
): { text: string; doubts: AmbiguousWord[] } {
  const changes = findBijoy(text).filter((finding) => !kept.includes(finding.text))
  const sure = changes.filter(({ certainty }) => certainty === 'sure')
  const output = sure.reduceRight(
    (line, { start, end, converted }) => line.slice(0, start) + converted + line.slice(end),
    text,
  )
  const ambiguous = changes.filter(({ certainty }) => certainty === 'unsure')
  return {
    text: output,
    doubts: ambiguous.map(({ text: original, converted }) => ({ original, converted })),
  }
}

/** The line with its Bijoy spelt so that text normalization removes nothing from it. */
export const escapeBijoy = (text: string): string =>
  findBijoy(text).reduceRight(
    (line, { start, end, text: word }) => line.slice(0, start) + holdBijoy(word) + line.slice(end),
    text,
  )

/** Words of a pasted line that only its writer can judge: nothing in it is surely Bijoy. */
export function ambiguousWordsOf(text: string): AmbiguousWord[] {
  const { found } = detectInLine(text, { doubts: [], faces: [], kept: [] })
  return found.length > 0 ? [] : convertLine(text, []).doubts
}

import { findBijoy, holdBijoy } from '@/lib/bengali/bijoy'
import type { Doubt, Remembered } from './answers'

/** A doubtful word where it stands in a line. */
export type UnsureInLine = Doubt & { start: number; end: number }

export type LineWords = {
  /** Words that are surely Bijoy and of which nobody has said that they are what they seem. */
  found: string[]
  unsure: UnsureInLine[]
}

/** Part of a longer word is another word. */
const isWordAt = (text: string, start: number, end: number) =>
  !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end))

/** Where a word stands in a text, as a word. */
export function placesOf(text: string, word: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  if (!word) return places
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length
    if (isWordAt(text, start, end)) places.push({ start, end })
  }
  return places
}

/** The doubtful words of a text that still stand in it, in their order. */
export const unsureIn = (text: string, doubts: Doubt[]): UnsureInLine[] =>
  doubts
    .flatMap((doubt) => placesOf(text, doubt.original).map((place) => ({ ...doubt, ...place })))
    .sort((a, b) => a.start - b.start)

/** What of a line waits for its writer. */
export function lookAtLine(text: string, { doubts, kept }: Remembered): LineWords {
  const found = findBijoy(text)
    .filter(({ text: word, certainty }) => certainty === 'sure' && !kept.includes(word))
    .map((finding) => finding.text)
  return { found, unsure: unsureIn(text, doubts) }
}

/** The line with its sure words converted, and the words that are for its writer to judge. */
export function convertLine(text: string, kept: string[]): { text: string; doubts: Doubt[] } {
  const changes = findBijoy(text).filter((finding) => !kept.includes(finding.text))
  const sure = changes.filter(({ certainty }) => certainty === 'sure')
  const output = sure.reduceRight(
    (line, { start, end, converted }) => line.slice(0, start) + converted + line.slice(end),
    text,
  )
  const unsure = changes.filter(({ certainty }) => certainty === 'unsure')
  return {
    text: output,
    doubts: unsure.map(({ text: original, converted }) => ({ original, converted })),
  }
}

/** The line with its Bijoy spelt so that the text gate takes nothing of it away. */
export const holdLine = (text: string): string =>
  findBijoy(text).reduceRight(
    (line, { start, end, text: word }) => line.slice(0, start) + holdBijoy(word) + line.slice(end),
    text,
  )

/** Words of a pasted line that only its writer can judge: nothing in it is surely Bijoy. */
export function doubtsOfPaste(text: string): Doubt[] {
  const { found } = lookAtLine(text, { doubts: [], faces: [], kept: [] })
  return found.length > 0 ? [] : convertLine(text, []).doubts
}

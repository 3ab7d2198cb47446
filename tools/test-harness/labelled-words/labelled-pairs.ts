import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows that the rules were tuned on, and rows that were scored once, after the tuning was over. */
export type Part = 'tune' | 'final'

export type Labelled = { left: string; right: string; meet: boolean; part: Part }

/**
 * Words labelled by hand for measuring `stem`: forms of a noun that search must find by the noun (`meet`), and different
 * words that share letters enough to be confused (`apart`).
 *
 * Labelled before the rules were tuned. A pair whose two readings are both right (কবির is Kabir and "the poet's") is left
 * out: no rule that sees one word alone can settle it.
 */
export const stemPairs = readPairs('stem-pairs.tsv', ' ')

/**
 * Names and news words with the Latin spellings that readers type (`meet`), and Latin words with Bengali words that they
 * must not find (`apart`), for measuring `romanKeys`. Labelled before the scheme was tuned.
 */
export const romanPairs = readPairs('roman-names.tsv', ', ')

/** Each row: `meet` or `apart`, a word, and the words that make a pair with it. */
function readPairs(file: string, separator: string): Labelled[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  return text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [label, left = '', others = ''] = row.split('\t')
      const part = partOf(left)
      return others.split(separator).map((right) => ({ left, right, meet: label === 'meet', part }))
    })
}

/**
 * Puts a third of the rows in the held-out part, by a hash (FNV-1a, 32 bits) of the row's first word: nobody selected them,
 * a new row moves no other, and a word that was tuned on is never scored as unseen.
 */
function partOf(word: string): Part {
  let hash = 0x811c9dc5
  for (const char of word.normalize('NFC')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash % 3 === 0 ? 'final' : 'tune'
}

export type Score = { wanted: number; met: number; apart: number; merged: number }

/** How many of the pairs that must meet do, and how many of those that must not. */
export function score(pairs: readonly Labelled[], meets: (pair: Labelled) => boolean): Score {
  const wanted = pairs.filter((pair) => pair.meet)
  const apart = pairs.filter((pair) => !pair.meet)
  return {
    wanted: wanted.length,
    met: wanted.filter(meets).length,
    apart: apart.length,
    merged: apart.filter(meets).length,
  }
}

export const metPercent = ({ met, wanted }: Score): number => (100 * met) / wanted

export const mergedPercent = ({ merged, apart }: Score): number => (100 * merged) / apart

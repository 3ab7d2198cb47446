import { convertBijoy } from '@/lib/bengali/bijoy/bijoy'
import { normalizeText } from '@/lib/bengali/text/normalize'
import type { ImportFault } from './imported-story'

/** A line as it enters the paper, and what an editor should look at in it. */
export type NormalizedLine = { text: string; notes: ImportFault[] }

/**
 * The entrance of every imported line: text in a Bijoy font becomes Unicode first (the gate would drop some of its
 * letters), then all of it passes the gate. Words of which the conversion is unsure stay and are named.
 */
export function normalizeImportedLine(raw: string, line: number): NormalizedLine {
  const { text, uncertain } = convertBijoy(raw)
  const notes = uncertain.map(({ original, converted }) => ({
    line,
    reason: `left as typed: “${original}” may be Bijoy for “${converted}”`,
  }))
  return { text: normalizeText(text).trim(), notes }
}

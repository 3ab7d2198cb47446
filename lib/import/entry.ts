import { convertBijoy } from '@/lib/bengali/bijoy'
import { normalizeText } from '@/lib/bengali/text'
import type { ImportFault } from './story'

/** A line as it enters the paper, and what an editor should look at in it. */
export type EnteredLine = { text: string; notes: ImportFault[] }

/**
 * The entrance of every imported line: text in a Bijoy font becomes Unicode first (the gate would drop some of its
 * letters), then all of it passes the gate. Words of which the conversion is unsure stay and are named.
 */
export function enterText(raw: string, line: number): EnteredLine {
  const { text, uncertain } = convertBijoy(raw)
  const notes = uncertain.map(({ original, converted }) => ({
    line,
    reason: `left as typed: “${original}” may be Bijoy for “${converted}”`,
  }))
  return { text: normalizeText(text).trim(), notes }
}

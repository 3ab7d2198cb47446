/** A save of a story, as a list shows it. */
export type RevisionLine = {
  number: number
  at: Date
  /** Null for the installation itself. */
  by: string | null
  why: Why
}

/** An act of the audit trail, as a list shows it. */
export type TrailLine = {
  id: string
  at: Date
  by: string
  /** The command's name; worded in "newsroomTrail.acts". */
  act: string
  /** What its actor said of it. */
  note: string | null
}

/** Why a revision came to be: a word of "newsroomTrail.reasons", and what was said with it. */
export type Why = { word: string; note: string | null }

/** @param reason as commands write it: "tidied", or "withdrawn: ভুল তথ্য" */
export function readReason(reason: string | null): Why {
  const [word = '', ...rest] = (reason ?? '').split(': ')
  return { word, note: rest.join(': ').trim() || null }
}

const notes = ['note', 'reason', 'why'] as const

/** What an act's detail says in words. */
export function noteOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const said = notes.map((name) => (detail as Record<string, unknown>)[name])
  return (
    (said.find((text) => typeof text === 'string' && text !== '') as string | undefined) ?? null
  )
}

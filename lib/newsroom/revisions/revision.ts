/** A save of a story, as a list shows it. */
export type RevisionSummary = {
  number: number
  at: Date
  /** Null for the installation itself. */
  by: string | null
  why: RevisionReason
}

/** A command of the audit trail, as a list shows it. */
export type AuditEntrySummary = {
  id: string
  at: Date
  by: string
  /** The command's name; worded in "newsroomTrail.commands". */
  command: string
  /** The actor's note. */
  note: string | null
}

/** Why a revision came to be: a word of "newsroomTrail.reasons", and what was said with it. */
export type RevisionReason = { word: string; note: string | null }

/** @param reason as commands write it: "edited", or "withdrawn: ভুল তথ্য" */
export function parseReason(reason: string | null): RevisionReason {
  const [word = '', ...rest] = (reason ?? '').split(': ')
  return { word, note: rest.join(': ').trim() || null }
}

const notes = ['note', 'reason', 'why'] as const

/** The note in a command's detail. */
export function auditNoteOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const texts = notes.map((name) => (detail as Record<string, unknown>)[name])
  return (
    (texts.find((text) => typeof text === 'string' && text !== '') as string | undefined) ?? null
  )
}

import type { ArticleStatus } from '@/lib/articles/article'
import { type Actor, type Deed, whyNot } from '@/lib/auth/roles'
import type { StoryProof } from '@/lib/jobs/proof'
import type { Checklist } from '@/lib/paper/settings'

/** What may be decided about a story on its way to readers. */
export const decisionNames = [
  ...(['submit', 'sendBack', 'publish', 'schedule', 'unschedule', 'embargo'] as const),
  ...(['note', 'tidy', 'withdraw', 'restore', 'move', 'prove'] as const),
] as const
export type Decision = (typeof decisionNames)[number]

export const isDecision = (name: unknown): name is Decision =>
  decisionNames.some((each) => each === name)

/** What was said when a story was handed in or sent back. */
export type ReviewSaid = {
  id: number
  kind: 'submitted' | 'sentBack'
  byName: string
  note: string | null
  at: Date
}

/** A story as its way to readers has it, for whoever decides about it. */
export type Publishing = {
  version: number
  status: ArticleStatus
  isPublic: boolean
  /** The reader's address. */
  path: string
  category: string
  publishAt: Date | null
  embargoUntil: Date | null
  publishedAt: Date | null
  withdrawn: { at: Date; byName: string | null; reason: string | null } | null
  isTrashed: boolean
  /** The newest first. */
  said: ReviewSaid[]
  notes: { kind: 'update' | 'correction'; note: string; at: Date }[]
  proof: StoryProof | null
  /** A look is to be taken, or is being taken. */
  isProofAwaited: boolean
  checklist: Checklist
  /** What whoever asks may decide at all. */
  may: Record<
    'submit' | 'sendBack' | 'publish' | 'note' | 'withdraw' | 'move' | 'prove' | 'photocard',
    boolean
  >
}

const deeds: (keyof Publishing['may'] & Deed)[] = [
  ...(['submit', 'sendBack', 'publish', 'note', 'withdraw', 'move', 'prove'] as const),
  'photocard',
]

/** Hiding is a courtesy: every command asks for itself. */
export const mayOf = (actor: Actor) =>
  Object.fromEntries(deeds.map((deed) => [deed, whyNot(actor, deed) === null])) as Publishing['may']

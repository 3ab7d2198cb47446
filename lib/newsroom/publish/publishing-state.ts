import { type Actor, checkPermission, type Permission } from '@/lib/auth/permissions'
import type { ArticleStatus } from '@/lib/content-model/article'
import type { Checklist } from '@/lib/paper/settings'
import type { PublicationCheck } from '@/lib/publication-check/publication-check'

/** The decisions about a story. */
export const decisionNames = [
  ...(['submit', 'sendBack', 'publish', 'schedule', 'unschedule', 'embargo'] as const),
  ...(['note', 'silentEdit', 'withdraw', 'restore', 'move', 'requestCheck'] as const),
  ...(['requestChange', 'rewordNote'] as const),
] as const
export type Decision = (typeof decisionNames)[number]

export const isDecision = (name: unknown): name is Decision =>
  decisionNames.some((each) => each === name)

/** A note of a submission, of sending back, or of a requested change. */
export type ReviewMessage = {
  id: number
  kind: 'submitted' | 'sentBack' | 'changeRequested'
  byName: string
  note: string | null
  at: Date
}

/** The publishing state of a story. */
export type PublishingState = {
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
  /** Places of the front page that the story has by an editor's choice; withdrawing frees them. */
  frontPlaces: ('pin' | 'breaking')[]
  /** The newest first. */
  reviewMessages: ReviewMessage[]
  /** A user has requested, since the last save, that the change of the planned story be included. */
  isChangeRequested: boolean
  notes: { id: number; kind: 'update' | 'correction'; note: string; at: Date }[]
  publicationCheck: PublicationCheck | null
  /** A look is to be taken, or is being taken. */
  isCheckPending: boolean
  checklist: Checklist
  /** The decisions that the user has permission for. */
  may: Record<
    'submit' | 'sendBack' | 'publish' | 'note' | 'withdraw' | 'move' | 'requestCheck' | 'photocard',
    boolean
  >
}

const permissions: (keyof PublishingState['may'] & Permission)[] = [
  ...(['submit', 'sendBack', 'publish', 'note', 'withdraw', 'move', 'requestCheck'] as const),
  'photocard',
]

/** Hiding is a courtesy: every command asks for itself. */
export const permissionsOf = (actor: Actor) =>
  Object.fromEntries(
    permissions.map((permission) => [permission, checkPermission(actor, permission) === null]),
  ) as PublishingState['may']

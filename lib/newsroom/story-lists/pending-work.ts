import type { Actor } from '@/lib/auth/permissions'
import { type ListedStory, type ListName, seesOwnOnly } from './story-lists'

/** A section of pending work. */
export type PendingWorkName =
  | 'sentBack'
  | 'submitted'
  | 'scheduled'
  | 'drafts'
  | 'ownSubmitted'
  | 'ownScheduled'

/** The first stories of a section; the rest is in `list`. */
export type PendingWorkSection = {
  name: PendingWorkName
  list: ListName
  stories: ListedStory[]
  hasMore: boolean
}

/** In the order in which they are to be seen to: what others wait for stands first. */
export const pendingWorkFor = (actor: Actor): { name: PendingWorkName; list: ListName }[] =>
  seesOwnOnly(actor)
    ? [
        { name: 'sentBack', list: 'mine' },
        { name: 'drafts', list: 'mine' },
        { name: 'ownSubmitted', list: 'submitted' },
        { name: 'ownScheduled', list: 'scheduled' },
      ]
    : [
        { name: 'submitted', list: 'submitted' },
        { name: 'scheduled', list: 'scheduled' },
        { name: 'sentBack', list: 'mine' },
        { name: 'drafts', list: 'mine' },
      ]

import { type Actor, scopeOf } from '@/lib/auth/permissions'
import type { ArticleStatus } from '@/lib/content-model/article'
import type { SentBack } from '@/lib/newsroom/draft/working-copy'

/** The newsroom's lists, in the order of their tabs. */
export const storyListNames = [
  'mine',
  'desk',
  'submitted',
  'scheduled',
  'published',
  'withdrawn',
  'trash',
] as const
export type ListName = (typeof storyListNames)[number]

export const isListName = (name: string): name is ListName =>
  storyListNames.some((known) => known === name)

/** Whether the lists of `actor` hold their own stories only. */
export const seesOwnOnly = (actor: Actor) => scopeOf(actor, 'viewStories') !== 'all'

/** The lists that are open to `actor`: what all are working on is not a reporter's. */
export const listsFor = (actor: Actor): ListName[] =>
  storyListNames.filter((name) => name !== 'desk' || !seesOwnOnly(actor))

/** Where somebody begins. */
export const firstListOf = (actor: Actor): ListName => (seesOwnOnly(actor) ? 'mine' : 'desk')

const statuses: Record<ListName, ArticleStatus[]> = {
  mine: ['draft', 'inReview', 'scheduled', 'published', 'withdrawn'],
  desk: ['draft', 'inReview', 'scheduled'],
  submitted: ['inReview'],
  scheduled: ['scheduled'],
  published: ['published', 'scheduled'],
  withdrawn: ['withdrawn'],
  trash: ['draft', 'withdrawn'],
}

/** The states that a list's stories can be in; it can be narrowed to one of them where there are several to choose from. */
export const statusesOf = (list: ListName): ArticleStatus[] => statuses[list]
export const canChooseStatus = (list: ListName) => list === 'mine' || list === 'desk'

/** The position of a story in its list: the instant it is ordered by, then its id. */
export type ListKey = { at: Date; id: number }

/**
 * The filter of a list. Days are in the paper's time zone: from the first instant of one to the first instant after
 * the other.
 */
export type ListFilter = {
  status?: ArticleStatus
  /** A category with all that stand under it. */
  categoryIds?: number[]
  contributorId?: number
  from?: Date
  until?: Date
  words?: string
}

/** Counts go this far and no further. */
export const maxListCount = 100

/** From where a page goes on: behind a story, or back before one. */
export type ListCursor = { direction: 'after' | 'before'; key: ListKey }

/** The state of a story: public, scheduled or unpublished, in the newsroom's terms. */
export type ListedStoryState =
  | 'draft'
  | 'sentBack'
  | 'inReview'
  | 'scheduled'
  | 'late'
  | 'published'
  | 'withdrawn'
  | 'trash'

/** A story as the newsroom lists it. */
export type ListedStory = {
  id: number
  version: number
  /** '' while it has none. */
  headline: string
  /** How its text begins, for a story without a headline. */
  beginning: string
  category: { slug: string; name: string }
  bylines: string[]
  status: ArticleStatus
  state: ListedStoryState
  /** When the story becomes or became public; null while its status does not allow it. */
  publicAt: Date | null
  isWaitingForEmbargo: boolean
  /** Published, and something was written since that readers do not have. */
  hasUnpublished: boolean
  /** The owner. */
  ownerId: string | null
  /** The holder of the edit lock. */
  lockHolder: string | null
  lastChange: { at: Date; by: string | null }
  /** The note with which the draft was sent back; null when it was not, or was submitted again. */
  sentBack: SentBack | null
  /** How many reports of readers are open. */
  openReports: number
}

/** A page of a list. The keys lead on in both directions; null where there is no more. */
export type StoryListPage = {
  stories: ListedStory[]
  before: ListKey | null
  after: ListKey | null
  /** More stories may match beyond the scanned ones. */
  isCutShort: boolean
}

type Stated = {
  status: ArticleStatus
  trashedAt: Date | null
  publicAt: Date | null
  sentBack: object | null
}

/** The state that a row shows: `late` is a scheduled story whose time has passed without being finalized. */
export function stateOf(story: Stated, now: Date): ListedStoryState {
  if (story.trashedAt) return 'trash'
  if (story.status === 'draft') return story.sentBack ? 'sentBack' : 'draft'
  if (story.status === 'scheduled' && story.publicAt && story.publicAt <= now) return 'late'
  return story.status
}

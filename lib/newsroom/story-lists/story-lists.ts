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

/** Where a story stands in its list: the instant it is ordered by, then its number. */
export type ListKey = { at: Date; id: number }

/** What a list is narrowed to. Days are the paper's: from the first instant of one to that after the last of the other. */
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

/** What readers have, what waits for its hour and what is being made, in the words of the newsroom. */
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
  /** From when readers have it; null while its status forbids it. */
  publicAt: Date | null
  isWaitingForEmbargo: boolean
  /** Published, and something was written since that readers do not have. */
  hasUnpublished: boolean
  /** Whose it is. */
  ownerId: string | null
  /** Who writes in it at this moment. */
  lockHolder: string | null
  lastChange: { at: Date; by: string | null }
  /** Who sent the draft back, and why; null when it was not, or was handed in again. */
  sentBack: SentBack | null
  /** How many reports of readers are open. */
  openReports: number
}

/** A page of a list. The keys lead on in both directions; null where there is no more. */
export type StoryListPage = {
  stories: ListedStory[]
  before: ListKey | null
  after: ListKey | null
  /** There may be more that fit, further on than one page looks. */
  isCutShort: boolean
}

type Stated = {
  status: ArticleStatus
  trashedAt: Date | null
  publicAt: Date | null
  sentBack: object | null
}

/** What a row says of where the story stands: late is a planned story whose hour has come and was not written down. */
export function stateOf(story: Stated, now: Date): ListedStoryState {
  if (story.trashedAt) return 'trash'
  if (story.status === 'draft') return story.sentBack ? 'sentBack' : 'draft'
  if (story.status === 'scheduled' && story.publicAt && story.publicAt <= now) return 'late'
  return story.status
}

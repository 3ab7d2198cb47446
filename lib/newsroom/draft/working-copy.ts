import { type ArticleStatus, isPublic, type Publication } from '@/lib/content-model/article'
import type { StoryContent } from './story-content'

export const storyPath = (id: number) => `/newsroom/stories/${id}`
/** The faults that readers reported in the story. */
export const reportsPath = (id: number) => `${storyPath(id)}/reports`

/** A user who has a story open, in one tab of a browser. */
export type OpenTab = { tab: string; userId: string; name: string }

/** A conflict copy that is not resolved yet. */
export type ConflictCopyInfo = { id: number; byId: string | null; byName: string; at: Date }

/** The editing state of a story, sent to every user who has it open. */
export type StoryEditState = {
  id: number
  /** The version of the story; `copyVersion` is the version of its working copy. */
  version: number
  status: ArticleStatus
  publishAt: Date | null
  /** The story is public now. */
  isPublic: boolean
  /** The story is or was public, so its category can no longer be changed by an edit. */
  wasPublic: boolean
  /** The owner of the story; null for a story that came with the installation. */
  ownerId: string | null
  trashedAt: Date | null
  /** The version of the working copy; 0 while there is none. */
  copyVersion: number
  /** The working copy has changes that the story does not have. */
  isChanged: boolean
  savedAt: Date | null
  savedBy: string | null
  /** The holder of the edit lock; null when the lock is free. */
  lockHolder: OpenTab | null
  /** All users who have the story open, in a stable order. */
  openTabs: OpenTab[]
  conflictCopies: ConflictCopyInfo[]
}

/** The review note of the desk that sent the draft back. */
export type SentBack = { by: string; note: string | null }

/** A story as the editor page opens it. */
export type OpenStory = {
  state: StoryEditState
  content: StoryContent
  /** The attempts that came to this text: a browser knows its own unanswered one by it. */
  attempts: string[]
}

// A tab reports its presence at the interval, and counts as gone after the timeout. A tab that closes, or that loses its
// connection, still counts as present for the grace period, so that a reload keeps the edit lock.
export const presenceIntervalMs = 10_000
export const presenceTimeoutMs = 30_000
export const presenceGraceMs = 4_000

/** The earliest `seenAt` that counts as present at `now`. */
export const presentSince = (now: Date) => new Date(now.getTime() - presenceTimeoutMs)

/** Whether the story is or was public. */
export function wasPublic(story: Publication & { publishedAt: Date | null }, now: Date): boolean {
  return story.status === 'withdrawn' || story.publishedAt !== null || isPublic(story, now)
}

// How many attempts are stored, newest first. A dropped connection leaves only a few attempts without a response.
export const maxAttempts = 20

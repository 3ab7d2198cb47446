import { type ArticleStatus, isPublic, type Publication } from '@/lib/content-model/article'
import type { StoryContent } from './story-content'

export const storyPath = (id: number) => `/newsroom/stories/${id}`

/** Somebody who has a story open, in one tab of a browser. */
export type OpenTab = { tab: string; userId: string; name: string }

/** A text that waits for somebody to choose. */
export type ConflictCopyInfo = { id: number; byId: string | null; byName: string; at: Date }

/** Where a story stands in its making: what everybody who has it open is told. */
export type StoryEditState = {
  id: number
  /** The story's own version; `copyVersion` counts what was written since. */
  version: number
  status: ArticleStatus
  publishAt: Date | null
  /** Readers have it at this moment. */
  isPublic: boolean
  /** Readers have it, or had it: its category is no longer a matter of writing. */
  wasPublic: boolean
  /** Whose story it is; null for what the installation itself brought. */
  ownerId: string | null
  trashedAt: Date | null
  /** Of the working copy; 0 while there is none. */
  copyVersion: number
  /** The copy says something that the story does not. */
  isChanged: boolean
  savedAt: Date | null
  savedBy: string | null
  /** Who writes; null when whoever wants to may. */
  lockHolder: OpenTab | null
  /** All who have it open, in a steady order. */
  openTabs: OpenTab[]
  conflictCopies: ConflictCopyInfo[]
}

/** A story as it is open before somebody. */
export type OpenStory = {
  state: StoryEditState
  content: StoryContent
  /** The attempts that came to this text: a browser knows its own unanswered one by it. */
  attempts: string[]
}

// A tab tells that it is there this often, and counts as gone when it has not for the other time; who leaves in an
// orderly way, or whose line is cut, is waited for a little: a reload is no leaving.
export const presenceIntervalMs = 10_000
export const presenceTimeoutMs = 30_000
export const presenceGraceMs = 4_000

/** From when on somebody must have been seen to count as present at `now`. */
export const presentSince = (now: Date) => new Date(now.getTime() - presenceTimeoutMs)

/** Whether readers have the story, or had it. */
export function wasPublic(story: Publication & { publishedAt: Date | null }, now: Date): boolean {
  return story.status === 'withdrawn' || story.publishedAt !== null || isPublic(story, now)
}

// Attempts that were not answered, the newest first: a line that drops makes a few, not more.
export const maxAttempts = 20

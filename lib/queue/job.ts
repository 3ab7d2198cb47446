import type { Db } from '@/lib/db/client'

/** The queue's tables are in a schema of their own, which pg-boss creates and migrates. */
export const queueSchema = 'jobs'

/** What a job did, in a line for whoever looks at the queue. */
export type JobReport = { summary: string }

/** What every job works with. */
export type JobTools = {
  db: Db
  /** Ends when the worker is asked to stop: a job then leaves its work to whoever takes it up again. */
  signal: AbortSignal
}

/** What a job of a story is given. */
export type StoryJobPayload = { articleId: number; act: string }

/**
 * Something that follows from what happened to a story, done by a worker: one file, named in `jobs` (registry.ts). A
 * worker that dies in the middle leaves it to another, so it must be safe to run twice.
 */
export type StoryJob = {
  /** Its queue; words in bn.json, "newsroomJobs". */
  name: 'prove'
  /** Whether it follows from that command. */
  isTriggeredBy: (act: string) => boolean
  /** @throws Error when it is to be tried again, later and later */
  run: (payload: StoryJobPayload, tools: JobTools) => Promise<JobReport>
}

/** A job that waits, is being done, or failed for good. */
export type QueuedJob = {
  id: string
  name: StoryJob['name'] | 'websub' | 'indexNow'
  state: 'waiting' | 'active' | 'failed'
  articleId: number | null
  headline: string | null
  /** How many stories and addresses of lists wait to be told of by it; null for a job of one story. */
  waiting: number | null
  /** How often it was tried. */
  tries: number
  /** What went wrong the last time. */
  fault: string | null
  createdOn: Date
  /** When it is tried next. */
  startAfter: Date
}

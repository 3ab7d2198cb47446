import type { Db } from '@/lib/db/client'

/** The queue's tables are in a schema of their own, which pg-boss creates and migrates. */
export const queueSchema = 'jobs'

/** The result of a job, one line for the page of jobs. */
export type JobReport = { summary: string }

/** The context of every job. */
export type JobTools = {
  db: Db
  /** Aborts when the worker is asked to stop: the job is then retried by another worker. */
  signal: AbortSignal
}

/** The payload of a story's job. */
export type StoryJobPayload = { articleId: number; command: string }

/** A job that follows a change of a story, registered in `jobs` (job-registry.ts). Safe to run twice: another worker may repeat it. */
export type StoryJob = {
  /** The queue's name; its text is in bn.json, "newsroomJobs". */
  name: 'publicationCheck'
  /** Whether that command starts this job. */
  isTriggeredBy: (command: string) => boolean
  /** @throws Error when the job is to be retried, with growing pauses */
  run: (payload: StoryJobPayload, tools: JobTools) => Promise<JobReport>
}

/** A job that is waiting, active or failed for good. */
export type QueuedJob = {
  id: string
  name: StoryJob['name'] | 'websub' | 'indexNow'
  state: 'waiting' | 'active' | 'failed'
  articleId: number | null
  headline: string | null
  /** The number of waiting stories and list addresses of a channel; null for a job of one story. */
  waiting: number | null
  /** The number of attempts. */
  tries: number
  /** The error of the last attempt. */
  fault: string | null
  createdOn: Date
  /** The time of the next attempt. */
  startAfter: Date
}

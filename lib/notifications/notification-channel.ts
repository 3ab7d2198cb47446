import type { Placement } from '@/lib/invalidation/cache-tags'
import type { JobReport, JobTools, StoryJobPayload } from '@/lib/queue/job'
import type { MovedAddresses } from '@/lib/urls/moved-addresses'

/** A change of a story with its placements before and after. */
export type StoryChangeEvent = StoryJobPayload & {
  before: Placement | null
  after: Placement | null
  moved: null
}

/** A change of several addresses. */
export type AddressChangeEvent = {
  articleId: null
  command: string
  before: null
  after: null
  moved: MovedAddresses
}

export type ChangeEvent = StoryChangeEvent | AddressChangeEvent

/** A receiver of change events. One job delivers all waiting events and is retried with growing delays. */
export type NotificationChannel = {
  /** The queue's name; its text is in bn.json, "newsroomJobs". */
  name: 'websub' | 'indexNow'
  /** Whether it is configured; otherwise it gets no events and no job. */
  isEnabled: boolean
  /** Whether it is notified of that command. */
  isTriggeredBy: (command: string) => boolean
  /** How long events are collected before a delivery. */
  batchDelaySeconds: number
  /** The most stories in one call of `notify`. */
  maxBatchSize: number
  /** Safe to run twice. @throws Error to retry; RetryAfterError and PermanentDeliveryError are more specific */
  notify: (events: ChangeEvent[], tools: JobTools) => Promise<JobReport>
}

/** The receiver asks to wait. */
export class RetryAfterError extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message)
  }
}

/** The receiver refuses for good: an operator must act. */
export class PermanentDeliveryError extends Error {}

import type { Placement } from '@/lib/invalidation/cache-tags'
import type { JobReport, JobTools, StoryJobPayload } from '@/lib/queue/job'
import type { MovedAddresses } from '@/lib/urls/moved-addresses'

/** What happened to a story, and where it was listed before and after. */
export type StoryChangeEvent = StoryJobPayload & {
  before: Placement | null
  after: Placement | null
  moved: null
}

/** Addresses that moved together, or list something else. */
export type AddressChangeEvent = {
  articleId: null
  command: string
  before: null
  after: null
  moved: MovedAddresses
}

export type ChangeEvent = StoryChangeEvent | AddressChangeEvent

/**
 * Somebody outside who is told what happens to stories and their addresses: of all that waits at once, by one job that
 * is tried again later and later. One that is not set up is told nothing, and no job is made for it.
 */
export type NotificationChannel = {
  /** Its queue; words in bn.json, "newsroomJobs". */
  name: 'websub' | 'indexNow'
  /** Whether the installation has it. */
  isEnabled: boolean
  /** Whether it is told of that command. */
  isTriggeredBy: (command: string) => boolean
  /** How long what happens is gathered before it is told. */
  batchDelaySeconds: number
  /** Of how many stories it is told at once. */
  maxBatchSize: number
  /** Safe to run twice. @throws Error when it is to be tried again; `RetryAfterError` and `PermanentDeliveryError` say more */
  notify: (events: ChangeEvent[], tools: JobTools) => Promise<JobReport>
}

/** The other side asks not to be asked sooner. */
export class RetryAfterError extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message)
  }
}

/** The other side will not have it however often it is told: people must see to it. */
export class PermanentDeliveryError extends Error {}

import 'server-only'
import { fromPrisma, type Job, type JobResult, type PgBoss, type QueueOptions } from 'pg-boss'
import type { Db, TransactionClient } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { runTransaction } from '@/lib/db/run-transaction'
import type { JobReport } from '@/lib/queue/job'
import {
  type ChangeEvent,
  type NotificationChannel,
  PermanentDeliveryError,
  RetryAfterError,
} from './notification-channel'

const firstRetryDelaySeconds = 5

// A channel has at most one job that waits or is active: the receiver gets one request at a time, and no sooner than it
// asked. A job is retried for about two hours.
const queueOptions: QueueOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 120,

  retryLimit: 10,
  retryBackoff: true,
  retryDelay: firstRetryDelaySeconds,
  retryDelayMax: 1_800,
  deleteAfterSeconds: 7 * 24 * 3_600,
}

const pollingSeconds = 1
// An event that could not be delivered for so long is dropped.
const retentionDays = 7

type Row = ChangeEvent & { id: bigint }

export type NotificationDispatcherSettings = {
  boss: PgBoss
  db: Db
  /** Ends when the worker is asked to stop. */
  signal: AbortSignal
  onError: (error: unknown) => void
  channels: NotificationChannel[]
}

/**
 * Delivers change events to the notification channels. The events of a channel wait in a table; one job of the channel
 * delivers all that wait. A job that failed for good leaves them there for the next job, or for an editor who retries it.
 */
export class NotificationDispatcher {
  readonly #settings: NotificationDispatcherSettings
  readonly #enabled: NotificationChannel[]

  constructor(settings: NotificationDispatcherSettings) {
    this.#settings = settings
    this.#enabled = settings.channels.filter(({ isEnabled: isOpen }) => isOpen)
  }

  /** Creates the queues of the enabled channels and starts their workers; pending events of other channels are dropped. */
  async open(): Promise<void> {
    const { boss, channels } = this.#settings
    for (const { name, isEnabled: isOpen } of channels)
      if (!isOpen) await this.#discardPending(name)
    for (const { name } of this.#enabled) {
      await boss.createQueue(name, { ...queueOptions, policy: 'exclusive' })
      await boss.updateQueue(name, queueOptions)
    }
    for (const channel of this.#enabled) await this.#registerWorker(channel)
  }

  async #discardPending(name: NotificationChannel['name']): Promise<void> {
    const { boss, db } = this.#settings
    await db.pendingNotification.deleteMany({ where: { channel: name } })
    if (await boss.getQueue(name)) await boss.deleteAllJobs(name)
  }

  /** Stores the events for each channel, in the transaction that takes them out of the outbox. */
  async storeEvents(tx: TransactionClient, events: ChangeEvent[]): Promise<void> {
    const data = this.#enabled.flatMap(({ name: channel, isTriggeredBy: follows }) =>
      events
        .filter(({ command }) => follows(command))
        .map(({ before, after, moved, ...event }) => ({
          ...event,
          channel,
          before: before ?? Prisma.DbNull,
          after: after ?? Prisma.DbNull,
          moved: moved ?? Prisma.DbNull,
        })),
    )
    if (data.length > 0) await tx.pendingNotification.createMany({ data })
  }

  /** Creates a job for each channel with new events and no waiting job. It replaces a job that failed for good. */
  async scheduleDeliveries(): Promise<void> {
    if (this.#enabled.length === 0) return
    const { db: appDb, boss } = this.#settings
    const pendingChannels = await appDb.pendingNotification.findMany({
      where: { isDispatched: false },
      distinct: ['channel'],
      select: { channel: true },
    })
    for (const { name, batchDelaySeconds: gatherSeconds } of this.#enabled) {
      if (!pendingChannels.some(({ channel }) => channel === name)) continue
      await boss.deleteStoredJobs(name)
      await runTransaction(appDb, async (tx) => {
        const db = fromPrisma(tx)
        const id = await boss.send(name, {}, { db, startAfter: gatherSeconds })
        const where = { channel: name, isDispatched: false }
        if (id) await tx.pendingNotification.updateMany({ where, data: { isDispatched: true } })
      })
    }
  }

  async #registerWorker(channel: NotificationChannel): Promise<void> {
    const { boss, signal } = this.#settings
    const options = {
      pollingIntervalSeconds: pollingSeconds,
      batchSize: 1,
      perJobResults: true,
    } as const
    await boss.work(channel.name, options, async ([job]: Job<object>[]) => {
      if (!job) return []
      try {
        const output = await this.#deliver(channel, AbortSignal.any([job.signal, signal]))
        return [{ id: job.id, status: 'completed', output }]
      } catch (error) {
        return [await this.#fail(job, error)]
      }
    })
  }

  async #deliver(channel: NotificationChannel, signal: AbortSignal): Promise<JobReport> {
    const { db } = this.#settings
    await db.$executeRaw`
      DELETE FROM "PendingNotification" WHERE "channel" = ${channel.name} AND "at" < clock_timestamp() - ${retentionDays}::int * interval '1 day'`
    const { _max: last } = await db.pendingNotification.aggregate({
      where: { channel: channel.name },
      _max: { id: true },
    })
    const summaries: string[] = []
    let rows = await this.#nextBatch(channel, last.id)
    while (rows.length > 0) {
      summaries.push((await channel.notify(rows, { db, signal })).summary)
      await db.pendingNotification.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
      rows = await this.#nextBatch(channel, last.id)
    }
    return { summary: summaries.join(', ') || 'nothing left to tell' }
  }

  /** The next events: as many as one request may carry, at least one. Events after `lastId` are left to the next job. */
  async #nextBatch(
    { name, maxBatchSize: mostAtOnce }: NotificationChannel,
    lastId: bigint | null,
  ): Promise<Row[]> {
    return await this.#settings.db.$queryRaw<Row[]>`
      SELECT "id", "articleId", "command", "before", "after", "moved" FROM (
        SELECT *, sum("countMovedAddresses"("moved")) OVER (ORDER BY "id") AS "sum", row_number() OVER (ORDER BY "id") AS "turn"
        FROM (
          SELECT * FROM "PendingNotification" WHERE "channel" = ${name} AND "id" <= ${lastId}
          ORDER BY "id" LIMIT ${mostAtOnce}::int
        ) AS "oldest"
      ) AS "counted"
      WHERE "sum" <= ${mostAtOnce}::int OR "turn" = 1 ORDER BY "id"`
  }

  /** A failed job is retried with growing delays, not before the time that the other side gave, or never. */
  async #fail({ id, name }: Job<object>, error: unknown): Promise<JobResult> {
    const { boss, signal, onError } = this.#settings
    if (!signal.aborted) onError(error)
    if (error instanceof RetryAfterError) {
      await boss.fail(name, id, error)
      await boss.update(name, undefined, { id, startAfter: error.retryAfterSeconds })
    }
    const isPermanent = error instanceof PermanentDeliveryError
    return { id, status: isPermanent ? 'deadletter' : 'failed', output: error }
  }
}

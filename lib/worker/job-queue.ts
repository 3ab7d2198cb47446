import 'server-only'
import { fromPrisma, type Job, PgBoss, type QueueOptions } from 'pg-boss'
import type { Db } from '@/lib/db/client'
import { runTransaction } from '@/lib/db/run-transaction'
import type { ChangeEvent, NotificationChannel } from '@/lib/notifications/notification-channel'
import { NotificationDispatcher } from '@/lib/notifications/notification-dispatcher'
import { queueSchema, type StoryJob, type StoryJobPayload } from '@/lib/queue/job'
import { channels as allChannels, jobs as allJobs } from './job-registry'

// A killed worker misses its heartbeat after ten seconds; its jobs then go to another worker.
const queueOptions: QueueOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 6,
  retryBackoff: true,
  retryDelay: 2,
  retryDelayMax: 300,
  // A job that failed for good is kept over a long weekend, for an editor to see.
  deleteAfterSeconds: 7 * 24 * 3600,
}

const connections = 3
const pollingSeconds = 1
const maxBatchSize = 100
// A page that does not answer must not delay the publication check of the next story.
const concurrency = 4
// The launcher gives the whole server four seconds to stop.
const stopTimeoutMs = 2_000

/** Queues of earlier releases, under the name of the queue that has replaced them. */
const formerQueues: Record<StoryJob['name'], string> = { publicationCheck: 'prove' }

/**
 * Moves the unfinished jobs of a queue to another and deletes it. Workers that start at the same time may both move a
 * job; a job may run twice.
 */
async function moveJobs(boss: PgBoss, from: string, to: string): Promise<void> {
  if (!(await boss.getQueue(from))) return
  let last: { id: string } | undefined
  do {
    const jobs = await boss.findJobs<object>(from, {
      limit: maxBatchSize,
      ...(last && { after: last.id }),
    })
    for (const { data, state } of jobs) {
      if (state !== 'completed' && state !== 'cancelled') await boss.send(to, data)
    }
    last = jobs.at(-1)
  } while (last)
  await boss.deleteQueue(from)
}

export type QueueSettings = {
  url: string
  db: Db
  /** Left out: all there are. */
  jobs?: StoryJob[]
  /** Left out: all there are. */
  channels?: NotificationChannel[]
  onError: (error: unknown) => void
}

/** The queue in a worker. */
export class JobQueue {
  /** Creates the queue's missing tables and starts working. @throws the database's error */
  static async start(settings: QueueSettings): Promise<JobQueue> {
    const boss = new PgBoss({
      connectionString: settings.url,
      schema: queueSchema,
      max: connections,
      superviseIntervalSeconds: 1,
      schedule: false,
    })
    boss.on('error', settings.onError)
    try {
      await boss.start()
      const { jobs = allJobs } = settings
      const queue = new JobQueue(boss, settings, jobs)
      for (const job of jobs) await boss.createQueue(job.name, queueOptions)
      for (const job of jobs) await boss.updateQueue(job.name, queueOptions)
      for (const { name } of jobs) await moveJobs(boss, formerQueues[name], name)
      for (const job of jobs) await queue.#registerWorker(job)
      await queue.#dispatcher.open()
      return queue
    } catch (error) {
      await boss.stop({ graceful: false }).catch(settings.onError)
      throw error
    }
  }

  /** Aborts when this worker is asked to stop. */
  readonly #stopping = new AbortController()
  readonly #dispatcher: NotificationDispatcher

  private constructor(
    private readonly boss: PgBoss,
    private readonly settings: QueueSettings,
    private readonly jobs: StoryJob[],
  ) {
    const { db, onError, channels = allChannels } = settings
    const { signal } = this.#stopping
    this.#dispatcher = new NotificationDispatcher({ boss, db, signal, onError, channels })
  }

  /** A failure is reported and thrown: the queue retries the job. */
  async #registerWorker({ name, run }: StoryJob): Promise<void> {
    const { db, onError } = this.settings
    const options = {
      pollingIntervalSeconds: pollingSeconds,
      batchSize: 1,
      localConcurrency: concurrency,
    }
    await this.boss.work(name, options, async ([job]: Job<StoryJobPayload>[]) => {
      if (!job) return null
      try {
        const signal = AbortSignal.any([job.signal, this.#stopping.signal])
        return await run(job.data, { db, signal })
      } catch (error) {
        if (!this.#stopping.signal.aborted) onError(error)
        throw error
      }
    })
  }

  /** Turns the rows of the outbox into jobs, each once, also beside other workers. Returns how many rows. */
  async dispatchOutbox(): Promise<number> {
    const count = await this.#dispatchFollowUps()
    await this.#dispatcher.scheduleDeliveries()
    return count
  }

  async #dispatchFollowUps(): Promise<number> {
    const { db: appDb } = this.settings
    if ((await appDb.outboxEvent.findFirst({ select: { id: true } })) === null) return 0
    return await runTransaction(appDb, async (tx) => {
      const events = await tx.$queryRaw<ChangeEvent[]>`
        DELETE FROM "OutboxEvent" WHERE "id" IN (
          SELECT "id" FROM "OutboxEvent" ORDER BY "id" LIMIT ${maxBatchSize}::int FOR UPDATE SKIP LOCKED)
        RETURNING "articleId", "command", "before", "after", "moved"`
      const db = fromPrisma(tx)
      for (const { articleId, command } of events) {
        if (articleId === null) continue
        const payload: StoryJobPayload = { articleId, command }
        for (const job of this.jobs)
          if (job.isTriggeredBy(command)) await this.boss.send(job.name, payload, { db })
      }
      await this.#dispatcher.storeEvents(tx, events)
      return events.length
    })
  }

  /** Running jobs end their step or are aborted after a while; unfinished jobs are retried, here or elsewhere. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.boss.stop({ graceful: true, timeout: stopTimeoutMs })
  }
}

import 'server-only'
import { fromPrisma, type Job, type PgBoss, type QueueOptions } from 'pg-boss'
import type { Db, DbSession } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type Channel, Hopeless, type Tidings, TryLater } from './channel'
import type { JobReport } from './job'

const firstPauseSeconds = 5

// Of a channel one job waits or is at work, never two: the other side hears from us once at a time, and no sooner than it
// asked. It is tried for about two hours.
const patience: QueueOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  ...{ retryLimit: 10, retryBackoff: true, retryDelay: firstPauseSeconds, retryDelayMax: 1_800 },
  deleteAfterSeconds: 7 * 24 * 3_600,
}

const askEverySeconds = 1
// What nobody could be told for that long is old news.
const keptDays = 7

type Row = Tidings & { id: bigint }

export type SwitchboardSettings = {
  boss: PgBoss
  db: Db
  /** Ends when the worker is asked to stop. */
  signal: AbortSignal
  onError: (error: unknown) => void
  channels: Channel[]
}

/**
 * Those outside who are told what happens to stories. What each is to be told waits in a table; a job of its own takes
 * all there is. A job that failed for good leaves it there, for the next one or for an editor who has it tried again.
 */
export class Switchboard {
  readonly #settings: SwitchboardSettings
  readonly #open: Channel[]

  constructor(settings: SwitchboardSettings) {
    this.#settings = settings
    this.#open = settings.channels.filter(({ isOpen }) => isOpen)
  }

  /** Makes the queues of those who are set up, and takes up work; what waits for one that no longer is is dropped. */
  async open(): Promise<void> {
    const { boss, channels } = this.#settings
    for (const { name, isOpen } of channels) if (!isOpen) await this.#silence(name)
    for (const { name } of this.#open) {
      await boss.createQueue(name, { ...patience, policy: 'exclusive' })
      await boss.updateQueue(name, patience)
    }
    for (const channel of this.#open) await this.#work(channel)
  }

  async #silence(name: Channel['name']): Promise<void> {
    const { db } = this.#settings
    await db.ping.deleteMany({ where: { channel: name } })
    await db.$executeRaw`DELETE FROM "jobs"."job" WHERE "name" = ${name} AND "state" <> 'completed'`
  }

  /** Keeps what each is to be told, in the transaction that takes it out of what follows. */
  async keep(session: DbSession, all: Tidings[]): Promise<void> {
    const data = this.#open.flatMap(({ name: channel, follows }) =>
      all
        .filter(({ act }) => follows(act))
        .map(({ before, after, moved, ...errand }) => ({
          ...{ ...errand, channel },
          before: before ?? Prisma.DbNull,
          after: after ?? Prisma.DbNull,
          moved: moved ?? Prisma.DbNull,
        })),
    )
    if (data.length > 0) await session.ping.createMany({ data })
  }

  /** Makes a job where something new waits and none does; it does the work of one that failed for good as well. */
  async handOver(): Promise<void> {
    if (this.#open.length === 0) return
    const { db: paper, boss } = this.#settings
    const waiting = await paper.ping.findMany({
      where: { isHanded: false },
      distinct: ['channel'],
      select: { channel: true },
    })
    for (const { name, gatherSeconds } of this.#open) {
      if (!waiting.some(({ channel }) => channel === name)) continue
      await paper.$transaction(async (session) => {
        await session.$executeRaw`DELETE FROM "jobs"."job" WHERE "name" = ${name} AND "state" = 'failed'`
        const db = fromPrisma(session)
        const id = await boss.send(name, {}, { db, startAfter: gatherSeconds })
        const where = { channel: name, isHanded: false }
        if (id) await session.ping.updateMany({ where, data: { isHanded: true } })
      })
    }
  }

  async #work(channel: Channel): Promise<void> {
    const { boss, signal, onError } = this.#settings
    const options = { pollingIntervalSeconds: askEverySeconds, batchSize: 1 }
    await boss.work(channel.name, options, async ([job]: Job<object>[]) => {
      if (!job) return null
      try {
        return await this.#tell(channel, AbortSignal.any([job.signal, signal]))
      } catch (error) {
        if (!signal.aborted) onError(error)
        await this.#planNext(job.id, error)
        throw error
      }
    })
  }

  async #tell(channel: Channel, signal: AbortSignal): Promise<JobReport> {
    const { db } = this.#settings
    await db.$executeRaw`
      DELETE FROM "Ping" WHERE "channel" = ${channel.name} AND "at" < clock_timestamp() - ${keptDays}::int * interval '1 day'`
    const { _max: last } = await db.ping.aggregate({
      where: { channel: channel.name },
      _max: { id: true },
    })
    const said: string[] = []
    let rows = await this.#nextRows(channel, last.id)
    while (rows.length > 0) {
      said.push((await channel.tell(rows, { db, signal })).said)
      await db.ping.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
      rows = await this.#nextRows(channel, last.id)
    }
    return { said: said.join(', ') || 'nothing left to tell' }
  }

  /** What is told next: as many stories as may be told at once, and always something. What came after `lastId` is the next job's. */
  async #nextRows({ name, mostAtOnce }: Channel, lastId: bigint | null): Promise<Row[]> {
    return await this.#settings.db.$queryRaw<Row[]>`
      SELECT "id", "articleId", "act", "before", "after", "moved" FROM (
        SELECT *, sum("weightOfMoved"("moved")) OVER (ORDER BY "id") AS "sum", row_number() OVER (ORDER BY "id") AS "turn"
        FROM (
          SELECT * FROM "Ping" WHERE "channel" = ${name} AND "id" <= ${lastId}
          ORDER BY "id" LIMIT ${mostAtOnce}::int
        ) AS "oldest"
      ) AS "counted"
      WHERE "sum" <= ${mostAtOnce}::int OR "turn" = 1 ORDER BY "id"`
  }

  /** When the queue tries the job again once it has failed: later and later, when the other side said, or never. */
  async #planNext(id: string, error: unknown): Promise<void> {
    const { db } = this.#settings
    const wait = error instanceof TryLater ? error.afterSeconds : null
    const delay = wait ?? firstPauseSeconds
    const isHopeless = error instanceof Hopeless
    await db.$executeRaw`
      UPDATE "jobs"."job"
      SET "retry_backoff" = ${wait === null}, "retry_delay" = ${delay}::int,
        "retry_limit" = CASE WHEN ${isHopeless} THEN "retry_count" ELSE "retry_limit" END
      WHERE "id" = ${id}::uuid`
  }
}

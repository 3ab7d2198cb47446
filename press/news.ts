import { setTimeout as sleep } from 'node:timers/promises'
import { Line } from './line'
import { answerCall, callIn, callRoll, listenerName } from './roll-call'
import type { TagTimes } from './tag-times'

// A line that is silent is asked whether it is alive: a database that hangs closes nothing.
const pulseEveryMs = 1_000
const pulseWithinMs = 2_000
const answerWithinMs = 500
const connectWithinMs = 2_000
const retryMs = 500
const farewellMs = 500
// Rows written by a transaction that was open when the line broke may carry an earlier time than the last seen.
const overlapMs = 60_000
// What no kept document can be older than (documentLifeMs), with a day to spare: older news concern none.
const memoryDays = 8

export type NewsOptions = {
  url: string
  tagTimes: TagTimes
  /** What else is done with stale tags: an edge is told. */
  onTags?: (tags: string[]) => void
  /** Resolves when what else is done with them is done; who calls the roll waits for it. */
  whenDone?: () => Promise<void>
  /** The database does not answer any more. */
  onGone?: () => void
  onError: (error: unknown) => void
}

/**
 * Listens for tags that were made stale, in whatever process or on whatever machine, as `TagTime`'s trigger announces
 * them on commit. After a broken line it reads what it missed from the table.
 */
export class News {
  #line: Line | null = null
  #stopped = false
  #retry: NodeJS.Timeout | undefined
  #lastHeard: Date | null = null
  readonly #options: NewsOptions

  constructor(options: NewsOptions) {
    this.#options = options
  }

  get isConnected(): boolean {
    return this.#line !== null
  }

  /** Asks over the line; false as well when the answer takes long. */
  async isAnswering(): Promise<boolean> {
    const answer = this.#line?.query('SELECT 1').then(
      () => true,
      () => false,
    )
    return (await Promise.race([answer, sleep(answerWithinMs, false, { ref: false })])) ?? false
  }

  /** Connects; on failure tries again until `stop`. */
  async listen(): Promise<void> {
    const line = new Line({
      connectionString: this.#options.url,
      // A press whose machine vanished is not waited for (callRoll) for longer than this.
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
      connectionTimeoutMillis: connectWithinMs,
      query_timeout: 5_000,
    })
    let isLost = false
    const lose = (error?: unknown) => {
      if (isLost) return
      isLost = true
      if (error) this.#options.onError(error)
      // Closing a half-open line may fail as the line did.
      line.client.end().catch(() => undefined)
      this.#retryLater(line)
    }
    line.client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'dainik_tags') void this.#hear(line, payload)
    })
    line.client.on('error', lose)
    line.client.on('end', () => lose())
    try {
      await line.client.connect()
      await line.query('LISTEN dainik_tags')
      await this.#catchUp(line)
      await line.query(`SET application_name = '${listenerName}'`)
      if (isLost) return
      this.#line = line
      this.#options.tagTimes.isKnown = true
      void this.#watch(line, lose)
      // Stopped meanwhile: nobody else would close this line.
      if (this.#stopped) await line.client.end()
    } catch (error) {
      lose(error)
    }
  }

  /** Asks the line for a sign of life until it is lost. */
  async #watch(line: Line, lose: (error: Error) => void): Promise<void> {
    while (this.#line === line) {
      let isAlive = false
      const missed = () => {
        if (!isAlive) lose(new Error(`the database has not answered for ${pulseWithinMs} ms`))
      }
      // An answer that came while this process was held up is read before a missed one is believed in.
      const late = setTimeout(() => setImmediate(missed), pulseWithinMs)
      // A line that breaks says so by its own events.
      await line.query('SELECT 1').catch(() => undefined)
      isAlive = true
      clearTimeout(late)
      await sleep(pulseEveryMs, undefined, { ref: false })
    }
  }

  /**
   * Whether every press, this one among them, has heard of all that is committed by now, asked over this press's line.
   * False without a line, or when one does not say so within a second.
   */
  async areAllTold(): Promise<boolean> {
    const line = this.#line
    return line !== null && (await callRoll(line).catch(() => false))
  }

  /**
   * By how many seconds the publishing clock is behind; null when it was never started, or nobody can say.
   * @see prisma/migrations/0005_clock
   */
  async clockLateSeconds(): Promise<number | null> {
    const asked = this.#line
      ?.query<{ late: number | null }>('SELECT "clockLateSeconds"() AS "late"')
      .then(
        ({ rows }) => rows[0]?.late ?? null,
        // A line that breaks says so by its own events.
        () => null,
      )
    return (await Promise.race([asked, sleep(answerWithinMs, null, { ref: false })])) ?? null
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    const line = this.#line
    this.#line = null
    // A database that hangs says no farewell.
    await Promise.race([line?.client.end(), sleep(farewellMs, undefined, { ref: false })])
  }

  async #hear(line: Line, payload: string): Promise<void> {
    const call = callIn(payload)
    if (call) {
      await this.#options.whenDone?.()
      answerCall(line, call)
      return
    }
    const { tag, at } = JSON.parse(payload) as { tag: string; at: number }
    this.#lastHeard = new Date(at)
    this.#options.tagTimes.expire([tag], at)
    this.#options.onTags?.([tag])
  }

  /** What was made stale while nobody listened: since the last word heard, or within a document's life. */
  async #catchUp(line: Line): Promise<void> {
    const since = this.#lastHeard && new Date(this.#lastHeard.getTime() - overlapMs)
    const { rows } = await line.query<{ tag: string; at: Date }>(
      `SELECT "tag", "at" FROM "TagTime" WHERE "at" >= COALESCE($1, now() - make_interval(days => ${memoryDays}))`,
      [since],
    )
    const { tagTimes, onTags } = this.#options
    for (const { tag, at } of rows) tagTimes.expire([tag], at.getTime(), at.getTime())
    if (rows.length > 0) onTags?.(rows.map((row) => row.tag))
    await line.query(
      `DELETE FROM "TagTime" WHERE "at" < now() - make_interval(days => ${memoryDays})`,
    )
    const { rows: times } = await line.query<{ now: Date }>('SELECT now() AS "now"')
    this.#lastHeard = times[0]?.now ?? this.#lastHeard
  }

  #retryLater(line: Line): void {
    if (this.#line === line) {
      this.#line = null
      this.#options.onGone?.()
    }
    this.#options.tagTimes.isKnown = false
    if (this.#stopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.listen(), retryMs)
  }
}

import pg from 'pg'
import type { TagTimes } from './tag-times'

// A connection that says nothing for this long is asked whether it is alive.
const keepAliveMs = 10_000
const retryMs = 1_000
// Rows written by a transaction that was open when the line broke may carry an earlier time than the last seen.
const overlapMs = 60_000
// What no kept document can be older than (documentLifeMs), with a day to spare: older news concern none.
const memoryDays = 8

export type NewsOptions = {
  url: string
  tagTimes: TagTimes
  /** What else is done with stale tags: an edge is told. */
  onTags?: (tags: string[]) => void
  onError: (error: unknown) => void
}

/**
 * Listens for tags that were made stale, in whatever process or on whatever machine, as `TagTime`'s trigger announces
 * them on commit. After a broken line it reads what it missed from the table.
 */
export class News {
  #client: pg.Client | null = null
  #stopped = false
  #retry: NodeJS.Timeout | undefined
  #lastHeard: Date | null = null
  readonly #options: NewsOptions

  constructor(options: NewsOptions) {
    this.#options = options
  }

  get isConnected(): boolean {
    return this.#client !== null
  }

  /** Connects; on failure tries again until `stop`. */
  async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    })
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    client.on('error', (error) => this.#options.onError(error))
    client.on('end', () => this.#reconnect(client))
    try {
      await client.connect()
      await client.query('LISTEN dainik_tags')
      await this.#catchUp(client)
      this.#client = client
      this.#options.tagTimes.isKnown = true
      // Stopped meanwhile: nobody else would close this line.
      if (this.#stopped) await client.end()
    } catch (error) {
      this.#options.onError(error)
      // Closing a half-open line may fail as the line did; either way 'end' or the retry comes.
      client.end().catch(() => undefined)
      this.#reconnect(client)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  #hear(payload: string): void {
    const { tag, at } = JSON.parse(payload) as { tag: string; at: number }
    this.#lastHeard = new Date(at)
    this.#expire([{ tag, at: new Date(at) }])
  }

  #expire(rows: { tag: string; at: Date }[]): void {
    for (const { tag, at } of rows) this.#options.tagTimes.expire([tag], at.getTime())
    if (rows.length > 0) this.#options.onTags?.(rows.map((row) => row.tag))
  }

  /** What was made stale while nobody listened: since the last word heard, or within a document's life. */
  async #catchUp(client: pg.Client): Promise<void> {
    const since = this.#lastHeard && new Date(this.#lastHeard.getTime() - overlapMs)
    const { rows } = await client.query<{ tag: string; at: Date }>(
      `SELECT "tag", "at" FROM "TagTime" WHERE "at" >= COALESCE($1, now() - make_interval(days => ${memoryDays}))`,
      [since],
    )
    this.#expire(rows)
    await client.query(
      `DELETE FROM "TagTime" WHERE "at" < now() - make_interval(days => ${memoryDays})`,
    )
    const { rows: times } = await client.query<{ now: Date }>('SELECT now() AS "now"')
    this.#lastHeard = times[0]?.now ?? this.#lastHeard
  }

  #reconnect(client: pg.Client): void {
    if (this.#client !== null && this.#client !== client) return
    this.#client = null
    this.#options.tagTimes.isKnown = false
    if (this.#stopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.listen(), retryMs)
  }
}

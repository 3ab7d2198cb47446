import pg from 'pg'
import type { TagTimes } from './tag-times'

// A connection that says nothing for this long is asked whether it is alive.
const keepAliveMs = 10_000
const retryMs = 1_000
// Rows written by a transaction that was open when the line broke may carry an earlier time than the last seen.
const overlapMs = 60_000

/**
 * Listens for tags that were made stale, in whatever process or on whatever machine, as `TagTime`'s trigger announces
 * them on commit. After a broken line it reads what it missed from the table.
 */
export class News {
  #client: pg.Client | null = null
  #stopped = false
  #retry: NodeJS.Timeout | undefined
  #lastHeard: Date | null = null

  constructor(
    private readonly options: {
      url: string
      tagTimes: TagTimes
      onError: (error: unknown) => void
    },
  ) {}

  /** Connects; on failure tries again until `stop`. */
  async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
      connectionTimeoutMillis: 3_000,
    })
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    client.on('error', (error) => this.options.onError(error))
    client.on('end', () => this.#reconnect())
    try {
      await client.connect()
      await client.query('LISTEN dainik_tags')
      await this.#catchUp(client)
      this.#client = client
    } catch (error) {
      this.options.onError(error)
      // Closing a half-open line may fail as the line did; either way 'end' or the retry comes.
      client.end().catch(() => undefined)
      this.#reconnect()
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
    this.options.tagTimes.expire([tag])
  }

  async #catchUp(client: pg.Client): Promise<void> {
    const since = this.#lastHeard && new Date(this.#lastHeard.getTime() - overlapMs)
    const { rows } = since
      ? await client.query<{ tag: string; at: Date }>(
          'SELECT "tag", "at" FROM "TagTime" WHERE "at" >= $1',
          [since],
        )
      : { rows: [] }
    this.options.tagTimes.expire(rows.map((row) => row.tag))
    const { rows: times } = await client.query<{ now: Date }>('SELECT now() AS "now"')
    this.#lastHeard = times[0]?.now ?? this.#lastHeard
  }

  #reconnect(): void {
    this.#client = null
    if (this.#stopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.listen(), retryMs)
  }
}

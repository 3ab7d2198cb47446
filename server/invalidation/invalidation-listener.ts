import { setTimeout as sleep } from 'node:timers/promises'
import { measuredOffset } from '@/lib/clock'
import { ListenConnection } from '@/server/database/listen-connection'
import { listenerApplicationName, parseAckRequest, requestAcks, sendAck } from './acknowledgements'
import type { TagVersions } from './tag-versions'

// A silent connection is probed: a database that hangs does not close it.
const pingIntervalMs = 1_000
// An answer that took longer does not tell precisely enough when the database read its clock.
const maxClockRoundTripMs = 200
const pingTimeoutMs = 2_000
const queryTimeoutMs = 500
const connectTimeoutMs = 2_000
const retryMs = 500
const closeTimeoutMs = 500
// Rows written by a transaction that was open when the connection broke may carry an earlier time than the last seen.
const overlapMs = 60_000
// The age of the oldest cached page (maxPageAgeMs) and a day: older invalidations concern no page.
const retentionDays = 8

export type InvalidationListenerOptions = {
  url: string
  tagVersions: TagVersions
  /** Called with the stale tags, for example to purge a CDN. */
  onInvalidated?: (tags: string[]) => void
  /** Resolves when that is done; a request for acknowledgements waits for it. */
  whenPropagated?: () => Promise<void>
  /** By how many milliseconds the database's clock is ahead of this machine's, measured again with every ping. */
  onClockOffset?: (ms: number) => void
  /** Called when the database does not answer any more. */
  onDisconnected?: () => void
  onError: (error: unknown) => void
}

const settlingMs = 5_000

/**
 * Receives invalidations of every process and machine, as `TagVersion`'s trigger notifies them on commit. After a
 * broken connection it reads the missed ones from the table.
 */
export class InvalidationListener {
  #connectedAt = 0
  #connection: ListenConnection | null = null
  #stopped = false
  #retry: NodeJS.Timeout | undefined
  #lastReceivedAt: Date | null = null
  readonly #options: InvalidationListenerOptions

  constructor(options: InvalidationListenerOptions) {
    this.#options = options
  }

  get isConnected(): boolean {
    return this.#connection !== null
  }

  /**
   * Whether the database has been connected for some seconds. Just after a restart, older connections may still fail.
   */
  get isSettled(): boolean {
    return this.isConnected && Date.now() - this.#connectedAt > settlingMs
  }

  /** Whether the database answers a query over this connection soon. */
  async isResponsive(): Promise<boolean> {
    const responded = this.#connection?.query('SELECT 1').then(
      () => true,
      () => false,
    )
    return (await Promise.race([responded, sleep(queryTimeoutMs, false, { ref: false })])) ?? false
  }

  /** Connects, and retries until `stop`. */
  async listen(): Promise<void> {
    const connection = new ListenConnection({
      connectionString: this.#options.url,
      // A server whose machine vanished is not waited for (requestAcks) for longer than this.
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: 5_000,
    })
    let isClosed = false
    const handleClose = (error?: unknown) => {
      if (isClosed) return
      isClosed = true
      if (error) this.#options.onError(error)
      // Closing a half-open connection may fail as the connection did.
      connection.client.end().catch(() => undefined)
      this.#retryLater(connection)
    }
    connection.client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'dainik_tags') void this.#handleNotification(connection, payload)
    })
    connection.client.on('error', handleClose)
    connection.client.on('end', () => handleClose())
    try {
      await connection.client.connect()
      await connection.query('LISTEN dainik_tags')
      await this.#measureClock(connection)
      await this.#catchUp(connection)
      await connection.query(`SET application_name = '${listenerApplicationName}'`)
      if (isClosed) return
      this.#connection = connection
      this.#connectedAt = Date.now()
      this.#options.tagVersions.isInSync = true
      void this.#keepAlive(connection, handleClose)
      // Stopped meanwhile: no other code closes this connection.
      if (this.#stopped) await connection.client.end()
    } catch (error) {
      handleClose(error)
    }
  }

  /** Pings the connection until it is lost. */
  async #keepAlive(
    connection: ListenConnection,
    handleClose: (error: Error) => void,
  ): Promise<void> {
    while (this.#connection === connection) {
      let isAlive = false
      const handleMissedPing = () => {
        if (!isAlive)
          handleClose(new Error(`the database has not answered for ${pingTimeoutMs} ms`))
      }
      // An answer that came while this process was blocked is read before it counts as missed.
      const late = setTimeout(() => setImmediate(handleMissedPing), pingTimeoutMs)
      // A broken connection is reported by its own events.
      await this.#measureClock(connection, maxClockRoundTripMs).catch(() => undefined)
      isAlive = true
      clearTimeout(late)
      await sleep(pingIntervalMs, undefined, { ref: false })
    }
  }

  /** Reads the database's clock; the offset is true to half of the time that took. */
  async #measureClock(
    connection: ListenConnection,
    maxRoundTripMs = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    const askedAt = Date.now()
    const { rows } = await connection.query<{ now: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now"',
    )
    const answeredAt = Date.now()
    const [row] = rows
    if (row && answeredAt - askedAt <= maxRoundTripMs)
      this.#options.onClockOffset?.(measuredOffset({ askedAt, answeredAt, database: row.now }))
  }

  /**
   * Whether every server, including this one, has received all that is committed by now, asked over this server's
   * connection. False without a connection, or when a server does not acknowledge within a second.
   */
  async haveAllAcked(): Promise<boolean> {
    const connection = this.#connection
    return connection !== null && (await requestAcks(connection).catch(() => false))
  }

  /**
   * By how many seconds the scheduler is behind; null when it was never started, or the database does not answer.
   * @see prisma/migrations/0005_clock
   */
  async schedulerDelaySeconds(): Promise<number | null> {
    const lateSeconds = this.#connection
      ?.query<{ late: number | null }>('SELECT "schedulerDelaySeconds"() AS "late"')
      .then(
        ({ rows }) => rows[0]?.late ?? null,
        // A broken connection is reported by its own events.
        () => null,
      )
    return (await Promise.race([lateSeconds, sleep(queryTimeoutMs, null, { ref: false })])) ?? null
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    const connection = this.#connection
    this.#connection = null
    // A database that hangs does not answer the disconnect.
    await Promise.race([connection?.client.end(), sleep(closeTimeoutMs, undefined, { ref: false })])
  }

  async #handleNotification(connection: ListenConnection, payload: string): Promise<void> {
    const ackId = parseAckRequest(payload)
    if (ackId) {
      await this.#options.whenPropagated?.()
      sendAck(connection, ackId)
      return
    }
    const { tag, at } = JSON.parse(payload) as { tag: string; at: number }
    this.#lastReceivedAt = new Date(at)
    this.#options.tagVersions.invalidate([tag], at)
    this.#options.onInvalidated?.([tag])
  }

  /**
   * Applies the invalidations that were missed: those since the last one received, or within the lifetime of a page.
   */
  async #catchUp(connection: ListenConnection): Promise<void> {
    const since = this.#lastReceivedAt && new Date(this.#lastReceivedAt.getTime() - overlapMs)
    const { rows } = await connection.query<{ tag: string; at: Date }>(
      `SELECT "tag", "at" FROM "TagVersion" WHERE "at" >= COALESCE($1, now() - make_interval(days => ${retentionDays}))`,
      [since],
    )
    const { tagVersions, onInvalidated } = this.#options
    for (const { tag, at } of rows) tagVersions.invalidate([tag], at.getTime(), at.getTime())
    if (rows.length > 0) onInvalidated?.(rows.map((row) => row.tag))
    await connection.query(
      `DELETE FROM "TagVersion" WHERE "at" < now() - make_interval(days => ${retentionDays})`,
    )
    const { rows: times } = await connection.query<{ now: Date }>('SELECT now() AS "now"')
    this.#lastReceivedAt = times[0]?.now ?? this.#lastReceivedAt
  }

  #retryLater(connection: ListenConnection): void {
    if (this.#connection === connection) {
      this.#connection = null
      this.#options.onDisconnected?.()
    }
    this.#options.tagVersions.isInSync = false
    if (this.#stopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.listen(), retryMs)
  }
}

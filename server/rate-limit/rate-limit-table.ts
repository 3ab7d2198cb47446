import { createHash } from 'node:crypto'
import type pg from 'pg'
import { smallPool } from '@/server/database/small-pool'
import type { RateCounter } from './rate-limiter'

// The query runs beside the render and may not delay it.
const limits = { max: 2, connectTimeoutMs: 1_000, queryTimeoutMs: 1_000 }

/** The key of a network's row, a hash: the table holds no address (lib/auth/attempt-limits.ts, whose table it is). */
const keyOf = (network: string) =>
  `photocardCode:${createHash('sha256').update(network).digest('base64url')}`

type Row = { count: number; leftMs: number }

/** The guesses of networks at all instances, by the database's clock. */
export class RateLimitTable {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = smallPool({ url, ...limits })
  }

  /** The network's counter; null without recent guesses. */
  async find(network: string): Promise<RateCounter | null> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT "count", extract(epoch FROM "until" - clock_timestamp())::float8 * 1000 AS "leftMs"
       FROM "RateLimitCounter" WHERE "key" = $1 AND "until" > clock_timestamp()`,
      [keyOf(network)],
    )
    return rows[0] ?? null
  }

  /** Counts a guess in one statement, safe with concurrent counts. */
  async add(network: string, windowMs: number): Promise<RateCounter | null> {
    const { rows } = await this.#pool.query<Row>(
      `INSERT INTO "RateLimitCounter" AS known ("key", "count", "until")
       VALUES ($1, 1, clock_timestamp() + $2::float8 * interval '1 millisecond')
       ON CONFLICT ("key") DO UPDATE SET
         "count" = CASE WHEN known."until" <= clock_timestamp() THEN 1 ELSE known."count" + 1 END,
         "until" = CASE WHEN known."until" <= clock_timestamp() THEN EXCLUDED."until" ELSE known."until" END
       RETURNING "count", extract(epoch FROM "until" - clock_timestamp())::float8 * 1000 AS "leftMs"`,
      [keyOf(network), windowMs],
    )
    return rows[0] ?? null
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

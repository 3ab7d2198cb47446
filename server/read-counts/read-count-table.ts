import type pg from 'pg'
import { smallPool } from '@/server/database/small-pool'
import type { ReadCount } from './read-counter'

// Written from time to time: none waits long on a sick database.
const limits = { max: 1, connectTimeoutMs: 3_000, queryTimeoutMs: 5_000 }

/** The table of readings: counts are added in one statement; numbers of no public story are left out by it. */
export class ReadCountTable {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = smallPool({ url, ...limits })
  }

  async add(counts: ReadCount[]): Promise<void> {
    await this.#pool.query(
      // In one order for all instances, so that two of them cannot wait for each other's rows.
      `INSERT INTO "ArticleReads" ("articleId", "day", "count")
       SELECT "id", given."day", given."count"
       FROM unnest($1::int[], $2::date[], $3::int[]) AS given("id", "day", "count")
       JOIN "Article" USING ("id")
       WHERE "publicAt" <= now()
       ORDER BY "id", given."day"
       ON CONFLICT ("articleId", "day") DO UPDATE SET "count" = "ArticleReads"."count" + EXCLUDED."count"`,
      [counts.map(({ id }) => id), counts.map(({ day }) => day), counts.map(({ count }) => count)],
    )
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

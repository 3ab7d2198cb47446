import type pg from 'pg'
import { smallPool } from '@/server/database/small-pool'
import type { ReadCount } from './read-counter'

// Counts are written from time to time, so a slow database delays nobody.
const limits = { max: 1, connectTimeoutMs: 3_000, queryTimeoutMs: 5_000 }

/** The table of readings. Counts are added in one statement, which ignores numbers of no public story. */
export class ReadCountTable {
  readonly #pool: pg.Pool

  constructor(url: string) {
    this.#pool = smallPool({ url, ...limits })
  }

  async add(counts: ReadCount[]): Promise<void> {
    await this.#pool.query(
      // In the same order at all instances, so that two of them cannot deadlock.
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

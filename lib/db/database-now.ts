import 'server-only'
import type { Db } from './client'

/** By the database's clock: a story may have become public a moment ago. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
  return row?.now ?? new Date()
}

import 'server-only'
import { db } from '@/lib/db/client'

/** The delay of the scheduler in seconds by the database's clock; null when it was never started. */
export async function findSchedulerDelaySeconds(): Promise<number | null> {
  const [row] = await db().$queryRaw<
    { late: number | null }[]
  >`SELECT "schedulerDelaySeconds"() AS "late"`
  return row?.late ?? null
}

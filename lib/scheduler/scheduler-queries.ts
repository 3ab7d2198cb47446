import 'server-only'
import { db } from '@/lib/db/client'

/**
 * By how many seconds the scheduler is behind, by the database's own clock: 0 while it is well, null when it was
 * never started.
 */
export async function findSchedulerDelaySeconds(): Promise<number | null> {
  const [row] = await db().$queryRaw<
    { late: number | null }[]
  >`SELECT "schedulerDelaySeconds"() AS "late"`
  return row?.late ?? null
}

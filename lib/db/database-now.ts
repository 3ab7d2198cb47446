import 'server-only'
import { measuredOffset, setClockOffset } from '@/lib/clock'
import type { Db } from './client'

/** The time of the database's clock, which decides what is public. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
  return row?.now ?? new Date()
}

/** Sets this process's present (`paperNow`) by the database's clock. */
export async function syncClock(db: Db): Promise<void> {
  const askedAt = Date.now()
  const database = (await databaseNow(db)).getTime()
  setClockOffset(measuredOffset({ askedAt, answeredAt: Date.now(), database }))
}

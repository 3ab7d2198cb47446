import pg from 'pg'
import { vi } from 'vitest'
import { env } from '@/lib/env'

const end = 'the end'

/** What the database tells whoever has a story open, from now on. */
export async function hearNewsroom() {
  const told: string[] = []
  const line = new pg.Client({ connectionString: env.DATABASE_URL ?? '' })
  line.on('notification', ({ payload }) => told.push(payload ?? ''))
  await line.connect()
  await line.query('LISTEN dainik_newsroom')
  return {
    /** All that was told before this was asked: announcements come in the order of commits. */
    async heard(): Promise<unknown[]> {
      await line.query('SELECT pg_notify($1, $2)', ['dainik_newsroom', end])
      await vi.waitUntil(() => told.includes(end))
      return told.filter((payload) => payload !== end).map((payload) => JSON.parse(payload))
    },
    [Symbol.asyncDispose]: () => line.end(),
  }
}

import { afterAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { RateLimitTable } from './rate-limit-table'

const tables = [1, 2].map(() => new RateLimitTable(env.DATABASE_URL ?? ''))
const [one, other] = tables as [RateLimitTable, RateLimitTable]
const minute = 60_000

beforeEach(emptyDatabase)
afterAll(async () => {
  await Promise.all(tables.map((table) => table.close()))
})

test('tries at one instance count at the other, and the table holds no address', async () => {
  expect(await other.find('203.0.113.7')).toBeNull()
  await one.add('203.0.113.7', minute)
  await other.add('203.0.113.7', 9 * minute)

  const found = await one.find('203.0.113.7')

  expect(found?.count).toBe(2)
  expect(found?.leftMs).toBeLessThanOrEqual(minute)
  expect(found?.leftMs).toBeGreaterThan(minute / 2)
  expect(await one.find('203.0.113.8')).toBeNull()
  expect(JSON.stringify(await db().rateLimitCounter.findMany())).not.toContain('203.0.113')
})

test('concurrent tries at two instances are all counted', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, at) => tables[at % 2]?.add('2001:db8', minute)))

  expect((await one.find('2001:db8'))?.count).toBe(40)
})

test('the count starts again after the window', async () => {
  await one.add('203.0.113.7', 0)
  expect(await one.find('203.0.113.7')).toBeNull()

  expect((await one.add('203.0.113.7', minute))?.count).toBe(1)
})

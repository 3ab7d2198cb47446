import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BENGALI_COLLATION, compareBengali } from './collation'
import sortedHeadlines from './collation.cases.json'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
beforeAll(() => client.connect())
afterAll(() => client.end())

test('PostgreSQL sorts names and headlines as TypeScript does', async () => {
  const shuffled = sortedHeadlines.toSorted((a, b) => (a.length - b.length || a < b ? -1 : 1))

  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name ORDER BY name COLLATE "${BENGALI_COLLATION}"`,
    [shuffled],
  )

  expect(rows.map((row) => row.name)).toEqual([...sortedHeadlines])
  expect(shuffled.toSorted(compareBengali)).toEqual([...sortedHeadlines])
})

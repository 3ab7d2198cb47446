import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { invalidate } from './invalidate'

let listener: pg.Client
let receivedTags: string[]
let endMarkers = 0

beforeEach(async () => {
  await emptyDatabase()
  receivedTags = []
  listener = new pg.Client({ connectionString: env.DATABASE_URL ?? '' })
  listener.on('notification', ({ payload }) => receivedTags.push(JSON.parse(payload ?? '').tag))
  await listener.connect()
  await listener.query('LISTEN dainik_tags')
})
afterEach(() => listener.end())

/** Whatever was announced before this has been heard after it: announcements come in the order of commits. */
async function receiveAll(): Promise<string[]> {
  endMarkers += 1
  const end = `end ${endMarkers}`
  await db().$executeRaw`SELECT pg_notify('dainik_tags', ${JSON.stringify({ tag: end })})`
  await vi.waitFor(() => expect(receivedTags).toContain(end))
  return receivedTags.filter((tag) => !tag.startsWith('end '))
}

const timeOf = async (tag: string) =>
  (await db().tagVersion.findUnique({ where: { tag } }))?.at.getTime() ?? 0

describe('pages become stale with the change itself', () => {
  test('every tag is stored with its time and announced', async () => {
    await invalidate(db(), ['front', 'article:7', 'front'])

    expect((await db().tagVersion.findMany()).map(({ tag }) => tag).toSorted()).toEqual([
      'article:7',
      'front',
    ])
    expect((await receiveAll()).toSorted()).toEqual(['article:7', 'front'])
  })

  test('inside a transaction nothing is announced before the commit, and everything after it', async () => {
    const early = await db().$transaction(async (tx) => {
      await invalidate(tx, ['front'])
      return receiveAll()
    })
    const late = await receiveAll()

    expect(early).toEqual([])
    expect(late).toEqual(['front'])
  })

  test('a change that was rolled back makes nothing stale', async () => {
    const change = db().$transaction(async (tx) => {
      await invalidate(tx, ['front'])
      throw new Error('taken back')
    })
    await expect(change).rejects.toThrow('taken back')

    expect(await receiveAll()).toEqual([])
    expect(await db().tagVersion.count()).toBe(0)
  })

  test('the same tag again is announced again, with a later time', async () => {
    await invalidate(db(), ['front'])
    const first = await timeOf('front')

    await invalidate(db(), ['front'])

    expect(await receiveAll()).toEqual(['front', 'front'])
    expect(await timeOf('front')).toBeGreaterThanOrEqual(first)
  })

  test('without tags nothing is announced', async () => {
    await invalidate(db(), [])

    expect(await receiveAll()).toEqual([])
  })

  test('two publications that touch the same lists do not deadlock', async () => {
    const tags = Array.from({ length: 200 }, (_, index) => `category:${index}`)

    await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        invalidate(db(), turn % 2 === 0 ? tags : tags.toReversed()),
      ),
    )

    expect(await db().tagVersion.count()).toBe(200)
  })
})

test('the time is the database’s, by which a server reads the changes it missed', async () => {
  const [before] = await db().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`

  await db().$transaction(async (tx) => {
    // A long import: the transaction began well before its last statement.
    await tx.$executeRaw`SELECT pg_sleep(0.05)`
    await invalidate(tx, ['front'])
  })

  expect((await timeOf('front')) - (before?.now.getTime() ?? 0)).toBeGreaterThanOrEqual(50)
})

import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, noon } from '@/scripts/test/little-paper'
import { type DbSession, db } from './client'
import { transact } from './transact'

const options = { timeout: 30_000, maxWait: 10_000 }
const tags = ['one', 'other'] as const

beforeEach(async () => {
  await emptyDatabase()
  await db().tagTime.createMany({ data: tags.map((tag) => ({ tag, at: noon })) })
})

/** Nobody passes before two have come; whoever comes later passes at once. */
function meeting() {
  let come = 0
  let open = () => {}
  const met = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    come += 1
    if (come === 2) open()
    return met
  }
}

const touch: Record<string, (session: DbSession, tag: string) => Promise<unknown>> = {
  'the client': (session, tag) =>
    session.tagTime.update({ where: { tag }, data: { at: new Date() } }),
  SQL: (session, tag) =>
    session.$executeRaw`UPDATE "TagTime" SET "at" = now() WHERE "tag" = ${tag}`,
}

describe.each(Object.entries(touch))('through %s', (_, write) => {
  test('of two that wait for each other both are carried out, one of them anew', async () => {
    let tries = 0
    const meet = meeting()
    const inOrder = (first: string, second: string) =>
      transact(
        db(),
        async (session) => {
          tries += 1
          await write(session, first)
          await meet()
          await write(session, second)
          return first
        },
        options,
      )

    const done = await Promise.all([inOrder('one', 'other'), inOrder('other', 'one')])

    expect(done).toEqual(['one', 'other'])
    expect(tries).toBe(3)
  })
})

test('what fails of itself is not tried again, and nothing of it stands', async () => {
  let tries = 0

  const run = transact(
    db(),
    async (session) => {
      tries += 1
      await session.tagTime.deleteMany()
      await session.tagTime.create({ data: { tag: 'one', at: noon } })
      await session.tagTime.create({ data: { tag: 'one', at: noon } })
    },
    options,
  )

  await expect(run).rejects.toMatchObject({ code: 'P2002' })
  expect(tries).toBe(1)
  expect(await db().tagTime.count()).toBe(2)
})

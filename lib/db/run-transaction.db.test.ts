import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, noon } from '@/tools/test-harness/fixtures/test-paper'
import { db, type TransactionClient } from './client'
import { runTransaction } from './run-transaction'

const options = { timeout: 30_000, maxWait: 10_000 }
const tags = ['one', 'other'] as const

beforeEach(async () => {
  await emptyDatabase()
  await db().tagVersion.createMany({ data: tags.map((tag) => ({ tag, at: noon })) })
})

/** Nobody passes before two have come; whoever comes later passes at once. */
function barrier() {
  let arrived = 0
  let open = () => {}
  const bothArrived = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived === 2) open()
    return bothArrived
  }
}

const touch: Record<string, (tx: TransactionClient, tag: string) => Promise<unknown>> = {
  'the client': (tx, tag) => tx.tagVersion.update({ where: { tag }, data: { at: new Date() } }),
  SQL: (tx, tag) => tx.$executeRaw`UPDATE "TagVersion" SET "at" = now() WHERE "tag" = ${tag}`,
}

describe.each(Object.entries(touch))('through %s', (_, write) => {
  test('of two that wait for each other both are carried out, one of them anew', async () => {
    let attempts = 0
    const waitAtBarrier = barrier()
    const inOrder = (first: string, second: string) =>
      runTransaction(
        db(),
        async (tx) => {
          attempts += 1
          await write(tx, first)
          await waitAtBarrier()
          await write(tx, second)
          return first
        },
        options,
      )

    const done = await Promise.all([inOrder('one', 'other'), inOrder('other', 'one')])

    expect(done).toEqual(['one', 'other'])
    expect(attempts).toBe(3)
  })
})

test('what fails of itself is not tried again, and nothing of it stands', async () => {
  let attempts = 0

  const run = runTransaction(
    db(),
    async (tx) => {
      attempts += 1
      await tx.tagVersion.deleteMany()
      await tx.tagVersion.create({ data: { tag: 'one', at: noon } })
      await tx.tagVersion.create({ data: { tag: 'one', at: noon } })
    },
    options,
  )

  await expect(run).rejects.toMatchObject({ code: 'P2002' })
  expect(attempts).toBe(1)
  expect(await db().tagVersion.count()).toBe(2)
})

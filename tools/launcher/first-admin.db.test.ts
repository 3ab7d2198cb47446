import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { registerFirstAdmin } from '@/lib/users/one-time-link-commands'
import { findLink } from '@/lib/users/one-time-link-queries'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { makeFirstAdminLink } from './first-admin'

beforeEach(async () => {
  await emptyDatabase()
})

const tokenOf = (path: string | null) => path?.split('/').at(-1) ?? ''
const start = async () => tokenOf(await makeFirstAdminLink(env.DATABASE_URL ?? ''))
const somebody = { name: 'প্রথমা', email: 'first@example.com', password: 'প্রথম দিনের কথা' }

describe('a start without any account', () => {
  test('leaves one link for the first admin', async () => {
    const token = await start()

    expect(
      await runCommand(db(), null, registerFirstAdmin, { ...somebody, token }, new Date()),
    ).toMatchObject({ ok: true })
    expect(await db().user.findMany()).toMatchObject([{ email: somebody.email, role: 'admin' }])
  })

  test('makes the link of the start before worthless', async () => {
    const [first, second] = [await start(), await start()]

    expect(await findLink(first, new Date())).toBeNull()
    expect(await findLink(second, new Date())).toMatchObject({ purpose: 'admin' })
  })

  test('of several instances at once leaves one link', async () => {
    await Promise.all(Array.from({ length: 4 }, start))

    expect(await db().oneTimeLink.count()).toBe(1)
  })
})

test('a start with an account leaves no link', async () => {
  await runCommand(
    db(),
    null,
    registerFirstAdmin,
    { ...somebody, token: await start() },
    new Date(),
  )

  expect(await makeFirstAdminLink(env.DATABASE_URL ?? '')).toBeNull()
  expect(await db().oneTimeLink.count()).toBe(0)
})

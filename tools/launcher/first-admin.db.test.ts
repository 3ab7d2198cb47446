import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { findLink, registerFirstAdmin } from '@/lib/users/one-time-link-commands'
import { emptyDatabase } from '@/tools/test-harness/fixtures/test-paper'
import { makeFirstAdminLink } from './first-admin'

beforeEach(async () => {
  await emptyDatabase()
})

const tokenOf = (path: string | null) => path?.split('/').at(-1) ?? ''
const start = async () => tokenOf(await makeFirstAdminLink(env.DATABASE_URL ?? ''))
const somebody = { name: 'প্রথমা', email: 'first@example.com', password: 'প্রথম দিনের কথা' }

describe('a start without any account', () => {
  test('leaves one link by which the first admin comes in', async () => {
    const token = await start()

    expect(await registerFirstAdmin(db(), token, somebody, new Date())).toMatchObject({ ok: true })
    expect(await db().user.findMany()).toMatchObject([{ email: somebody.email, role: 'admin' }])
  })

  test('makes the link of the start before worthless', async () => {
    const [first, second] = [await start(), await start()]

    expect(await findLink(db(), first, new Date())).toBeNull()
    expect(await findLink(db(), second, new Date())).toMatchObject({ purpose: 'admin' })
  })

  test('of several instances at once leaves one link', async () => {
    await Promise.all(Array.from({ length: 4 }, start))

    expect(await db().oneTimeLink.count()).toBe(1)
  })
})

test('a start with an account leaves no link', async () => {
  await registerFirstAdmin(db(), await start(), somebody, new Date())

  expect(await makeFirstAdminLink(env.DATABASE_URL ?? '')).toBeNull()
  expect(await db().oneTimeLink.count()).toBe(0)
})

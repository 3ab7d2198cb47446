import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { admin, reporter, testActor } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  noon,
  resetToTestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { blockUser, createResetLink } from './commands'
import { newToken } from './one-time-link'
import {
  choosePassword,
  createAdminLink,
  registerFirstAdmin,
  rescueAdmin,
} from './one-time-link-commands'
import { findLink } from './one-time-link-queries'
import { isCorrectPassword } from './password'

beforeEach(async () => {
  await resetToTestPaper()
})

const system = testActor('system')
const password = 'ভোরের কাগজ ১৯৭১'
const someone = { name: ' রাহেলা  খাতুন ', email: ' Rahela@Example.com ', password }

async function adminToken(now = noon): Promise<string> {
  const made = await runCommand(db(), system, createAdminLink, {}, now)
  if (!made.ok) throw new Error(made.reason)
  return made.link.token
}

async function resetToken(id: string): Promise<string> {
  const made = await runCommand(db(), admin, createResetLink, { id }, noon)
  if (!made.ok) throw new Error(made.reason)
  return made.link.token
}

const register = (input: typeof someone & { token: string }) =>
  runCommand(db(), null, registerFirstAdmin, input, noon)
const choose = (input: { token: string; password: string }) =>
  runCommand(db(), null, choosePassword, input, noon)

const open = (id: string) =>
  db().session.create({
    data: { id: `s-${id}`, token: `t-${id}`, userId: id, expiresAt: at(hours(1)) },
  })

describe('a new admin comes in by a link', () => {
  test('with an account of their own, and its password', async () => {
    const outcome = await register({ ...someone, token: await adminToken() })

    expect(outcome).toMatchObject({ ok: true, email: 'rahela@example.com' })
    const user = await db().user.findUniqueOrThrow({ where: { email: 'rahela@example.com' } })
    expect(user).toMatchObject({ role: 'admin', banned: false })
    expect(await isCorrectPassword(db(), user.id, password)).toBe(true)
  })

  test('of ten at once one does', async () => {
    const token = await adminToken()

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        register({ ...someone, email: `a${n}@example.com`, token }),
      ),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      await db().user.count({ where: { email: { startsWith: 'a' }, name: { contains: 'রাহেলা' } } }),
    ).toBe(1)
  })

  test('and is not stopped by what was typed wrong before', async () => {
    const token = await adminToken()

    const refused = await register({ ...someone, email: 'admin@example.com', token })

    expect(refused).toEqual({ ok: false, reason: 'emailTaken' })
    expect(await register({ ...someone, token })).toMatchObject({ ok: true })
  })

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name of control letters', { name: '\u0000\u200b' }, 'name'],
    ['a name without end', { name: 'ক'.repeat(5_000) }, 'name'],
    ['no e-mail', { email: '' }, 'email'],
    ['two e-mails', { email: 'a@example.com, b@example.com' }, 'email'],
    ['an e-mail with a line end', { email: 'a@example.com\nBcc: b@example.com' }, 'email'],
    ['a short password', { password: 'ছোট' }, 'password'],
    ['one letter over and over', { password: 'ক'.repeat(40) }, 'password'],
    ['a row of figures', { password: '1234567890' }, 'password'],
    ['a password of a megabyte', { password: 'abcde'.repeat(200_000) }, 'password'],
    ['a password that is a list', { password: ['a'] as unknown as string }, 'password'],
  ])('%s is told by its field and nothing is written', async (_, input, field) => {
    const token = await adminToken()
    const before = await dumpDatabase()

    const outcome = await register({ ...someone, ...input, token })

    expect(outcome).toEqual({ ok: false, reason: 'invalid', fields: [field] })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('the trail has no word of the password', async () => {
    await register({ ...someone, token: await adminToken() })

    const trail = JSON.stringify((await db().auditEntry.findMany()).map(({ detail }) => detail))
    expect(trail).toContain('rahela@example.com')
    expect(trail).not.toContain('ভোরের')
  })
})

describe('a link opens nothing', () => {
  const guessed = async () => newToken()
  test.each([
    ['guessed', guessed],
    ['empty', async () => ''],
    ['altered', async () => `${await adminToken()}x`],
    ['too old', async () => adminToken(at(-hours(25)))],
    [
      'replaced by a newer one',
      async () => {
        const old = await adminToken()
        await adminToken()
        return old
      },
    ],
    [
      'used',
      async () => {
        const token = await adminToken()
        await register({ ...someone, email: 'first@example.com', token })
        return token
      },
    ],
    ['of another kind', async () => resetToken(reporter.id)],
  ])('that is %s', async (_, make) => {
    const token = await make()
    const before = await dumpDatabase()

    expect(await register({ ...someone, token })).toEqual({
      ok: false,
      reason: 'linkGone',
    })
    expect(await dumpDatabase()).toEqual(before)
  })

  test('and only its hash is kept', async () => {
    const token = await adminToken()

    expect(JSON.stringify(await dumpDatabase())).not.toContain(token)
  })
})

describe('whoever forgot their password', () => {
  test('chooses another, once, and is out everywhere', async () => {
    const token = await resetToken(reporter.id)
    await open(reporter.id)
    await open(admin.id)

    expect(await choose({ token, password })).toMatchObject({ ok: true })

    expect(await isCorrectPassword(db(), reporter.id, password)).toBe(true)
    expect(await db().session.findMany()).toMatchObject([{ userId: admin.id }])
    expect(await choose({ token, password })).toEqual({
      ok: false,
      reason: 'linkGone',
    })
  })

  test('keeps their second step', async () => {
    await db().user.update({ where: { id: reporter.id }, data: { twoFactorEnabled: true } })

    await choose({ token: await resetToken(reporter.id), password })

    const user = await db().user.findUniqueOrThrow({ where: { id: reporter.id } })
    expect(user.twoFactorEnabled).toBe(true)
  })

  test('and was blocked since has no link any more', async () => {
    const token = await resetToken(reporter.id)
    await runCommand(db(), admin, blockUser, { id: reporter.id })

    expect(await findLink(token, noon)).toBeNull()
    expect(await choose({ token, password })).toEqual({
      ok: false,
      reason: 'linkGone',
    })
  })
})

test('a locked newsroom is opened from the machine itself', async () => {
  const { id } = reporter
  await db().user.update({
    where: { id },
    data: { banned: true, twoFactorEnabled: true, role: 'reporter' },
  })
  await db().twoFactor.create({ data: { id: 'x', secret: 's', backupCodes: 'b', userId: id } })

  const outcome = await runCommand(
    db(),
    system,
    rescueAdmin,
    { email: 'REPORTER@example.com' },
    noon,
  )

  expect(outcome).toMatchObject({ ok: true, link: { purpose: 'reset' } })
  expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({
    role: 'admin',
    banned: false,
    twoFactorEnabled: false,
  })
  expect(await db().twoFactor.count()).toBe(0)
})

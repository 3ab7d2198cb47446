import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { admin, editor, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  noon,
  resetToTestPaper,
  type TestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import {
  blockUser,
  changeRole,
  createResetLink,
  editUser,
  endUserSessions,
  inviteUser,
  linkContributor,
  unblockUser,
  withdrawInvitation,
} from './commands'
import { choosePassword } from './one-time-link-commands'
import { setPassword } from './password'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
  await setPassword(testTransaction(), admin.id, 'প্রশাসকের গোপন কথা')
})

const guest = { name: 'নতুন প্রতিবেদক', email: 'new@example.com', role: 'reporter' } as const
const user = (id: string) => db().user.findUniqueOrThrow({ where: { id } })

async function expectRefused(run: () => Promise<{ ok: boolean }>, reason: string) {
  const before = await dumpDatabase()
  expect(await run()).toMatchObject({ ok: false, reason })
  expect(await dumpDatabase()).toEqual(before)
}

const invite = async (overrides: Partial<z.input<typeof inviteUser.input>> = {}) => {
  const outcome = await runCommand(db(), admin, inviteUser, { ...guest, ...overrides }, noon)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome
}

describe('somebody who is invited', () => {
  test('comes in by the link with a password of their own', async () => {
    const { link, user: createdUser } = await invite({ contributorId: paper.person.id })

    await runCommand(
      db(),
      null,
      choosePassword,
      { token: link.token, password: 'আমার নিজের কথা' },
      noon,
    )

    expect(await user(createdUser.id)).toMatchObject({
      role: 'reporter',
      contributorId: paper.person.id,
      emailVerified: true,
    })
  })

  test('is not invited twice to one address', async () => {
    await expectRefused(
      () => runCommand(db(), admin, inviteUser, { ...guest, email: ' ADMIN@example.com' }, noon),
      'emailTaken',
    )
  })

  test('of two admins at once by one', async () => {
    const outcomes = await Promise.all(
      [1, 2].map(() => runCommand(db(), admin, inviteUser, guest, noon)),
    )

    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })

  test('is forgotten when the invitation is taken back, and kept once they came', async () => {
    const first = await invite()
    expect(await runCommand(db(), admin, withdrawInvitation, { id: first.user.id })).toMatchObject({
      ok: true,
    })
    expect(await db().user.count({ where: { id: first.user.id } })).toBe(0)

    const second = await invite()
    await runCommand(
      db(),
      null,
      choosePassword,
      { token: second.link.token, password: 'আমার নিজের কথা' },
      noon,
    )
    await expectRefused(
      () => runCommand(db(), admin, withdrawInvitation, { id: second.user.id }),
      'hasCome',
    )
  })

  test('gets a newer link, and the older one opens nothing', async () => {
    const { user: createdUser, link } = await invite()

    const newer = await runCommand(db(), admin, createResetLink, { id: createdUser.id }, noon)

    expect(newer).toMatchObject({ ok: true, link: { purpose: 'invite' } })
    await expectRefused(
      () =>
        runCommand(
          db(),
          null,
          choosePassword,
          { token: link.token, password: 'আমার নিজের কথা' },
          noon,
        ),
      'linkGone',
    )
  })

  test.each([
    ['a role that there is not', { role: 'system' }, 'role'],
    ['no role', { role: undefined }, 'role'],
    ['a writer’s number that is none', { contributorId: -1 }, 'contributorId'],
    ['a writer’s number beyond the table', { contributorId: 2 ** 40 }, 'contributorId'],
    ['an e-mail that is none', { email: 'x' }, 'email'],
    ['a name that is a list', { name: ['ক'] }, 'name'],
  ])('with %s is refused by its field', async (_, invalidInput, field) => {
    const before = await dumpDatabase()
    const input = { ...guest, ...invalidInput } as typeof guest

    expect(await runCommand(db(), admin, inviteUser, input, noon)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: [field],
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('the last admin stays', () => {
  test.each([
    ['made less', () => runCommand(db(), admin, changeRole, { id: admin.id, role: 'editor' })],
    ['blocked', () => runCommand(db(), admin, blockUser, { id: admin.id })],
  ])('and is not %s', async (_, run) => {
    await expectRefused(run, 'lastAdmin')
  })

  test('an admin who is only invited, or blocked, is no other', async () => {
    await invite({ role: 'admin' })
    await runCommand(db(), admin, changeRole, { id: editor.id, role: 'admin' })
    await setPassword(testTransaction(), editor.id, 'সম্পাদকের গোপন কথা')
    await runCommand(db(), admin, blockUser, { id: editor.id })

    await expectRefused(
      () => runCommand(db(), admin, changeRole, { id: admin.id, role: 'reporter' }),
      'lastAdmin',
    )
  })

  test('of two who demote each other at once', async () => {
    await setPassword(testTransaction(), editor.id, 'সম্পাদকের গোপন কথা')
    await runCommand(db(), admin, changeRole, { id: editor.id, role: 'admin' })

    const outcomes = await Promise.all([
      runCommand(db(), admin, changeRole, { id: editor.id, role: 'editor' }),
      runCommand(db(), admin, changeRole, { id: admin.id, role: 'editor' }),
    ])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().user.count({ where: { role: 'admin' } })).toBe(1)
  })
})

describe('who is blocked', () => {
  test('is out everywhere, and their stories stay', async () => {
    const story = await db().article.create({
      data: { headline: 'খসড়া', body: [], categoryId: paper.sports.id, ownerId: reporter.id },
    })
    await db().session.create({
      data: { id: 's', token: 't', userId: reporter.id, expiresAt: at(hours(1)) },
    })

    await runCommand(db(), admin, blockUser, { id: reporter.id })

    expect(await db().session.count()).toBe(0)
    expect(await user(reporter.id)).toMatchObject({ banned: true })
    expect(await db().article.findUniqueOrThrow({ where: { id: story.id } })).toMatchObject({
      ownerId: reporter.id,
    })
    await expectRefused(
      () => runCommand(db(), admin, createResetLink, { id: reporter.id }, noon),
      'isBlocked',
    )
  })

  test('is let in again', async () => {
    await runCommand(db(), admin, blockUser, { id: reporter.id })

    await runCommand(db(), admin, unblockUser, { id: reporter.id })

    expect(await user(reporter.id)).toMatchObject({ banned: false })
  })
})

test('all sessions of one person end, and nobody else’s', async () => {
  for (const { id } of [reporter, editor]) {
    await db().session.create({
      data: { id: `s-${id}`, token: `t-${id}`, userId: id, expiresAt: at(hours(1)) },
    })
  }

  await runCommand(db(), admin, endUserSessions, { id: reporter.id })

  expect(await db().session.findMany()).toMatchObject([{ userId: editor.id }])
})

test('a name to write under is one person’s', async () => {
  const link = (id: string, contributorId: number | null) =>
    runCommand(db(), admin, linkContributor, { id, contributorId })
  await link(reporter.id, paper.person.id)

  await expectRefused(() => link(editor.id, paper.person.id), 'contributorTaken')
  await expectRefused(() => link(editor.id, 404), 'noSuchContributor')
  await link(reporter.id, null)
  expect(await link(editor.id, paper.person.id)).toMatchObject({ ok: true })
})

test('a name and an e-mail are put right, but not with another’s e-mail', async () => {
  const change = { id: reporter.id, name: 'রহিমা', email: 'Rahima@Example.com' }

  await runCommand(db(), admin, editUser, change)

  expect(await user(reporter.id)).toMatchObject({ name: 'রহিমা', email: 'rahima@example.com' })
  await expectRefused(
    () => runCommand(db(), admin, editUser, { ...change, email: 'admin@example.com' }),
    'emailTaken',
  )
})

test('whose phone is lost comes in by the password alone', async () => {
  const { id } = reporter
  await db().user.update({ where: { id }, data: { twoFactorEnabled: true } })
  await db().twoFactor.create({ data: { id: 'x', secret: 's', backupCodes: 'b', userId: id } })

  await runCommand(db(), admin, createResetLink, { id }, noon)
  expect(await user(id)).toMatchObject({ twoFactorEnabled: true })
  await runCommand(db(), admin, createResetLink, { id, withoutTwoStep: true }, noon)

  expect(await user(id)).toMatchObject({ twoFactorEnabled: false })
  expect(await db().twoFactor.count()).toBe(0)
})

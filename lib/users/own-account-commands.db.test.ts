import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { admin, editor, reporter } from '@/tools/test-harness/fixtures/actors'
import {
  at,
  dumpDatabase,
  hours,
  minutes,
  noon,
  resetToTestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import { inviteUser } from './commands'
import { choosePassword } from './one-time-link-commands'
import { findLink } from './one-time-link-queries'
import { changePassword, endSession, endSessions, renameSelf } from './own-account-commands'
import { isCorrectPassword, setPassword } from './password'
import { createPasswordResetEmail, requestPasswordReset } from './password-reset'

const old = 'পুরোনো গোপন কথা'
const password = 'নতুন দিনের কথা'

beforeEach(async () => {
  await resetToTestPaper()
  await setPassword(testTransaction(), reporter.id, old)
  for (const [id, userId] of [
    ['here', reporter.id],
    ['there', reporter.id],
    ['theirs', editor.id],
  ] as const) {
    await db().session.create({ data: { id, token: id, userId, expiresAt: at(hours(1)) } })
  }
})

const sessions = async () => (await db().session.findMany()).map(({ id }) => id).toSorted()
const change = (current: string, now = noon) =>
  runCommand(db(), reporter, changePassword, { current, password, currentSessionId: 'here' }, now)

describe('one’s own password', () => {
  test('is changed by who knows the old one; other sessions end', async () => {
    expect(await change(old)).toMatchObject({ ok: true })

    expect(await isCorrectPassword(db(), reporter.id, password)).toBe(true)
    expect(await sessions()).toEqual(['here', 'theirs'])
  })

  test('is looked at ten times in a quarter of an hour, at once or after one another', async () => {
    const wrong = await Promise.all(Array.from({ length: 10 }, () => change('ভুল')))
    expect(wrong.map((each) => !each.ok && each.reason)).toEqual(Array(10).fill('wrongOwnPassword'))

    expect(await change(old)).toEqual({ ok: false, reason: 'tooManyTries' })
    expect(await change(old, at(minutes(16)))).toMatchObject({ ok: true })
  })

  test('leaves no word of itself in the trail', async () => {
    await change(old)

    expect(await db().auditEntry.findMany()).toMatchObject([
      { command: 'changePassword', detail: {} },
    ])
  })

  test.each([
    ['too short', { password: 'ছোট' }],
    ['no text', { password: 7 }],
    ['missing', { password: undefined }],
    ['of a megabyte', { password: 'abcdefgh'.repeat(131_072) }],
  ])('that is %s is refused before anything is counted', async (_, invalidInput) => {
    const before = await dumpDatabase()
    const input = { current: old, currentSessionId: 'here', ...invalidInput } as never

    expect(await runCommand(db(), reporter, changePassword, input, noon)).toEqual({
      ok: false,
      reason: 'invalid',
      fields: ['password'],
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('one’s own sessions', () => {
  test('end one by one, and never another’s', async () => {
    expect(await runCommand(db(), reporter, endSession, { id: 'theirs' })).toMatchObject({
      ok: false,
      reason: 'noSuchSession',
    })
    expect(await runCommand(db(), reporter, endSession, { id: 'there' })).toMatchObject({
      ok: true,
    })
    expect(await runCommand(db(), reporter, endSession, { id: 'there' })).toMatchObject({
      ok: false,
    })
    expect(await sessions()).toEqual(['here', 'theirs'])
  })

  test('end all at once', async () => {
    await runCommand(db(), reporter, endSessions, {})

    expect(await sessions()).toEqual(['theirs'])
  })
})

test('a name of one’s own passes the gate', async () => {
  await runCommand(db(), reporter, renameSelf, { name: '  রহিমা\u200B বেগম ' })

  expect(await db().user.findUniqueOrThrow({ where: { id: reporter.id } })).toMatchObject({
    name: 'রহিমা বেগম',
  })
})

describe('a letter for who forgot the password', () => {
  const headers = (address: string) => new Headers({ 'x-forwarded-for': address })
  const ask = (email: string, address = '192.0.2.1', now = noon) =>
    requestPasswordReset(headers(address), { email }, now)

  test('may be asked for alike by who has an account and by who has none', async () => {
    const answers = [await ask('reporter@example.com'), await ask('nobody@example.com')]

    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  })

  test('is asked for three times in an hour for one account, whoever asks', async () => {
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => ask('Reporter@example.com', `192.0.2.${n}`)),
    )

    expect(results.filter(({ ok }) => ok)).toHaveLength(3)
    expect(await ask('reporter@example.com', '192.0.2.9', at(hours(2)))).toMatchObject({ ok: true })
  })

  test('is asked for twenty times in an hour from one address', async () => {
    const results = await Promise.all(
      Array.from({ length: 25 }, (_, n) => ask(`n${n}@example.com`)),
    )

    expect(results.filter(({ ok }) => ok)).toHaveLength(20)
  })

  test('is written to who has an account and is let in, and to nobody else', async () => {
    await db().user.update({ where: { id: editor.id }, data: { banned: true } })

    expect(await createPasswordResetEmail('reporter@example.com', noon)).toMatchObject({
      email: 'reporter@example.com',
      link: { purpose: 'reset', expiresAt: at(hours(1)) },
    })
    expect(await createPasswordResetEmail('editor@example.com', noon)).toBeNull()
    expect(await createPasswordResetEmail('nobody@example.com', noon)).toBeNull()
  })

  test('leaves an invitation valid, whoever asks in the invited user’s name', async () => {
    const invited = await runCommand(
      db(),
      admin,
      inviteUser,
      { name: 'নতুন', email: 'new@example.com', role: 'reporter' },
      noon,
    )
    if (!invited.ok) throw new Error(invited.reason)

    const email = await createPasswordResetEmail('new@example.com', at(1_000))

    const links = [invited.link.token, email?.link.token ?? '']
    const found = await Promise.all(links.map((token) => findLink(token, at(2_000))))
    expect(found.map((link) => link?.purpose)).toEqual(['invite', 'invite'])
  })

  test('makes links that end together with the first use of one', async () => {
    const [first, second] = [
      await createPasswordResetEmail('reporter@example.com', noon),
      await createPasswordResetEmail('reporter@example.com', at(1_000)),
    ]
    const token = second?.link.token ?? ''

    expect(
      await runCommand(db(), null, choosePassword, { token, password }, at(2_000)),
    ).toMatchObject({
      ok: true,
    })

    expect(await findLink(first?.link.token ?? '', at(3_000))).toBeNull()
  })
})

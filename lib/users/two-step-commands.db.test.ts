import * as OTPAuth from 'otpauth'
import { beforeEach, expect, test } from 'vitest'
import { signIn, verifyTwoStepCode } from '@/lib/auth/sign-in'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { addPasswordUser } from '@/tools/test-harness/fixtures/password-user'
import { noon, resetToTestPaper } from '@/tools/test-harness/fixtures/test-paper'
import { beginTwoStep, confirmTwoStep } from './two-step-commands'

beforeEach(async () => {
  await resetToTestPaper()
})

/** The headers of a browser that holds these cookies. */
const holding = (cookies: string[]) =>
  new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })

test('a code that confirmed the set-up does not sign in, however it is written; the next code does', async () => {
  const user = await addPasswordUser(db(), { name: 'করিম', role: 'reporter' })
  const enterPassword = () => signIn(new Headers(), user, new Date())
  const first = await enterPassword()
  const headers = holding(first.cookies ?? [])
  const actor = { id: user.id, name: user.name, role: 'reporter' as const }
  const begun = await runCommand(
    db(),
    actor,
    beginTwoStep,
    { current: user.password, headers },
    noon,
  )
  if (!begun.ok) throw new Error(begun.reason)
  const totp = OTPAuth.URI.parse(begun.key.uri) as OTPAuth.TOTP
  const now = new Date()
  const code = totp.generate({ timestamp: now.getTime() })
  const spaced = toBengaliDigits(` ${code.slice(0, 3)}\u00a0${code.slice(3)}\u200b`)

  const confirmed = await runCommand(db(), actor, confirmTwoStep, { code: spaced, headers }, now)
  const second = await enterPassword()
  const opened = holding(second.cookies ?? [])
  const again = [code, spaced, `${code} `].map((typed) =>
    verifyTwoStepCode(opened, { code: typed, kind: 'phone' }, now),
  )

  expect(confirmed).toMatchObject({ ok: true })
  expect(second).toMatchObject({ ok: true, next: 'code' })
  expect(await Promise.all(again)).toEqual(again.map(() => ({ ok: false, reason: 'wrongCode' })))
  const third = await enterPassword()
  const nextCode = totp.generate({ timestamp: now.getTime() + 30_000 })
  expect(
    await verifyTwoStepCode(holding(third.cookies ?? []), { code: nextCode, kind: 'phone' }, now),
  ).toMatchObject({ ok: true, next: 'inside' })
})

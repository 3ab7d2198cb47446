'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import QRCode from 'qrcode'
import type { SetupState } from '@/components/newsroom/account/TwoStepSetup.client'
import { type ActState, doneAct, refusedAct } from '@/components/newsroom/act/act-state'
import { formStateOf, textOf } from '@/components/newsroom/form-state'
import { changePassword, endSession, endSessions, renameSelf } from '@/lib/auth/account-commands'
import { actOnOneself } from '@/lib/auth/act'
import { accountPath } from '@/lib/auth/addresses'
import { handOver } from '@/lib/auth/cookies'
import { signOut } from '@/lib/auth/sign-in'
import {
  beginTwoStep,
  confirmTwoStep,
  endTwoStep,
  renewRecoveryCodes,
} from '@/lib/auth/two-step-commands'

export async function renameSelfAction(_: ActState, form: FormData): Promise<ActState> {
  const name = textOf(form, 'name')
  const outcome = await actOnOneself((db, actor) => renameSelf(db, actor, { name }))
  if (!outcome.ok) return refusedAct(outcome, { name })
  refresh()
  return doneAct('saved')
}

export async function changePasswordAction(_: ActState, form: FormData): Promise<ActState> {
  const [current, password] = [textOf(form, 'current'), textOf(form, 'password')]
  if (password !== textOf(form, 'again')) {
    return refusedAct({ reason: 'passwordsDiffer', fields: ['again'] })
  }
  const outcome = await actOnOneself((db, actor, signedIn) =>
    changePassword(db, actor, { current, password }, signedIn?.sessionId ?? '', new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome)
  refresh()
  return doneAct('passwordChanged')
}

export async function endSessionAction(_: ActState, form: FormData): Promise<ActState> {
  const outcome = await actOnOneself((db, actor) =>
    endSession(db, actor, { id: textOf(form, 'id') }),
  )
  if (!outcome.ok) return refusedAct(outcome)
  refresh()
  return doneAct('sessionEnded')
}

export async function endSessionsAction(): Promise<ActState> {
  const outcome = await actOnOneself((db, actor) => endSessions(db, actor, {}))
  if (!outcome.ok) return refusedAct(outcome)
  await handOver(await signOut(await headers()))
  redirect('/newsroom/sign-in')
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''

export async function beginTwoStepAction(_: SetupState, form: FormData): Promise<SetupState> {
  const current = textOf(form, 'current')
  const asked = await headers()
  const outcome = await actOnOneself((db, actor) =>
    beginTwoStep(db, actor, asked, { current }, new Date()),
  )
  if (!outcome.ok) return { refused: formStateOf(outcome), key: null }
  const { uri, recoveryCodes } = outcome.key
  const qr = await QRCode.toDataURL(uri, { margin: 2, width: 464 })
  return { refused: null, key: { qr, secret: secretOf(uri), recoveryCodes } }
}

export async function confirmTwoStepAction(_: ActState, form: FormData): Promise<ActState> {
  const code = textOf(form, 'code')
  const asked = await headers()
  const outcome = await actOnOneself((db, actor) =>
    confirmTwoStep(db, actor, asked, { code }, new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome)
  await handOver(outcome.cookies)
  redirect(accountPath)
}

export async function endTwoStepAction(_: ActState, form: FormData): Promise<ActState> {
  const current = textOf(form, 'current')
  const asked = await headers()
  const outcome = await actOnOneself((db, actor) =>
    endTwoStep(db, actor, asked, { current }, new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome)
  await handOver(outcome.cookies)
  redirect(accountPath)
}

export async function renewRecoveryCodesAction(_: ActState, form: FormData): Promise<ActState> {
  const current = textOf(form, 'current')
  const asked = await headers()
  const outcome = await actOnOneself((db, actor) =>
    renewRecoveryCodes(db, actor, asked, { current }, new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome)
  return { refused: null, done: null, codes: outcome.recoveryCodes }
}

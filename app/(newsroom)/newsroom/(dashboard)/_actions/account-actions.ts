'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import QRCode from 'qrcode'
import type { SetupState } from '@/components/newsroom/account/TwoStepSetup.client'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import { accountPath } from '@/lib/auth/paths'
import { setResponseCookies } from '@/lib/auth/response-cookies'
import { currentSignedInUser } from '@/lib/auth/session'
import { signOut } from '@/lib/auth/sign-in'
import { runOnOwnAccount } from '@/lib/commands/run-as'
import {
  changePassword,
  endSession,
  endSessions,
  renameSelf,
} from '@/lib/users/own-account-commands'
import {
  beginTwoStep,
  confirmTwoStep,
  endTwoStep,
  renewRecoveryCodes,
} from '@/lib/users/two-step-commands'

export async function renameSelfAction(_: FormState, form: FormData): Promise<FormState> {
  const name = formText(form, 'name')
  const outcome = await runOnOwnAccount(renameSelf, { name })
  if (!outcome.ok) return refusedState(outcome, { name })
  refresh()
  return doneState('saved')
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const [current, password] = [formText(form, 'current'), formText(form, 'password')]
  if (password !== formText(form, 'again')) {
    return refusedState({ reason: 'passwordsDiffer', fields: ['again'] })
  }
  const currentSessionId = (await currentSignedInUser())?.sessionId ?? ''
  const outcome = await runOnOwnAccount(changePassword, { current, password, currentSessionId })
  if (!outcome.ok) return refusedState(outcome)
  refresh()
  return doneState('passwordChanged')
}

export async function endSessionAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runOnOwnAccount(endSession, { id: formText(form, 'id') })
  if (!outcome.ok) return refusedState(outcome)
  refresh()
  return doneState('sessionEnded')
}

export async function endSessionsAction(): Promise<FormState> {
  const outcome = await runOnOwnAccount(endSessions, {})
  if (!outcome.ok) return refusedState(outcome)
  await setResponseCookies(await signOut(await headers()))
  redirect('/newsroom/sign-in')
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''

export async function beginTwoStepAction(_: SetupState, form: FormData): Promise<SetupState> {
  const current = formText(form, 'current')
  const requestHeaders = await headers()
  const outcome = await runOnOwnAccount(beginTwoStep, { current, headers: requestHeaders })
  if (!outcome.ok) return refusedState(outcome)
  const { uri, recoveryCodes } = outcome.key
  const qr = await QRCode.toDataURL(uri, { margin: 2, width: 464 })
  return { key: { qr, secret: secretOf(uri), recoveryCodes } }
}

export async function confirmTwoStepAction(_: FormState, form: FormData): Promise<FormState> {
  const code = formText(form, 'code')
  const requestHeaders = await headers()
  const outcome = await runOnOwnAccount(confirmTwoStep, { code, headers: requestHeaders })
  if (!outcome.ok) return refusedState(outcome)
  await setResponseCookies(outcome.cookies)
  redirect(accountPath)
}

export async function endTwoStepAction(_: FormState, form: FormData): Promise<FormState> {
  const current = formText(form, 'current')
  const requestHeaders = await headers()
  const outcome = await runOnOwnAccount(endTwoStep, { current, headers: requestHeaders })
  if (!outcome.ok) return refusedState(outcome)
  await setResponseCookies(outcome.cookies)
  redirect(accountPath)
}

export async function renewRecoveryCodesAction(_: FormState, form: FormData): Promise<FormState> {
  const current = formText(form, 'current')
  const requestHeaders = await headers()
  const outcome = await runOnOwnAccount(renewRecoveryCodes, { current, headers: requestHeaders })
  if (!outcome.ok) return refusedState(outcome)
  return { codes: outcome.recoveryCodes }
}

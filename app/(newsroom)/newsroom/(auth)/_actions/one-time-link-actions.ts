'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { newsroomPath, twoStepCodePath } from '@/lib/auth/paths'
import { setResponseCookies } from '@/lib/auth/response-cookies'
import { signIn } from '@/lib/auth/sign-in'
import { paperNow } from '@/lib/clock'
import { runAs } from '@/lib/commands/run-as'
import type { Refusal } from '@/lib/outcome'
import { choosePassword, registerFirstAdmin } from '@/lib/users/one-time-link-commands'

/** After choosing a password the user is signed in, or at the second step. */
async function signInAndRedirect(email: string, password: string): Promise<never> {
  const result = await signIn(await headers(), { email, password }, paperNow())
  if (!result.ok) redirect('/newsroom/sign-in')
  await setResponseCookies(result.cookies)
  redirect(result.next === 'code' ? twoStepCodePath(newsroomPath) : newsroomPath)
}

/** Typed twice, because nobody sees what they type. */
const arePasswordsEqual = (form: FormData) => formText(form, 'password') === formText(form, 'again')
const passwordsDiffer: { reason: Refusal; fields: string[] } = {
  reason: 'passwordsDiffer',
  fields: ['again'],
}

export async function createFirstAdminAction(_: FormState, form: FormData): Promise<FormState> {
  const typed = { name: formText(form, 'name'), email: formText(form, 'email') }
  const password = formText(form, 'password')
  if (!arePasswordsEqual(form)) return refusedState(passwordsDiffer, typed)
  const sent = { ...typed, password, token: formText(form, 'token') }
  const outcome = await runAs(registerFirstAdmin, null, sent)
  return outcome.ok ? signInAndRedirect(outcome.email, password) : refusedState(outcome, typed)
}

export async function choosePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const password = formText(form, 'password')
  if (!arePasswordsEqual(form)) return refusedState(passwordsDiffer)
  const sent = { password, token: formText(form, 'token') }
  const outcome = await runAs(choosePassword, null, sent)
  return outcome.ok ? signInAndRedirect(outcome.email, password) : refusedState(outcome)
}

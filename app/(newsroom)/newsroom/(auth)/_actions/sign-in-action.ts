'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { safeReturnPath, twoStepCodePath } from '@/lib/auth/paths'
import { setResponseCookies } from '@/lib/auth/response-cookies'
import { signIn } from '@/lib/auth/sign-in'
import { paperNow } from '@/lib/clock'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const email = formText(form, 'email')
  const result = await signIn(
    await headers(),
    { email, password: formText(form, 'password') },
    paperNow(),
  )
  if (!result.ok) return refusedState(result, { email })
  await setResponseCookies(result.cookies)
  const to = safeReturnPath(formText(form, 'to'))
  redirect(result.next === 'code' ? twoStepCodePath(to) : to)
}

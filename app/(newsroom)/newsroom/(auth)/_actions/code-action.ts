'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { safeReturnPath } from '@/lib/auth/paths'
import { setResponseCookies } from '@/lib/auth/response-cookies'
import { verifyTwoStepCode } from '@/lib/auth/sign-in'
import { paperNow } from '@/lib/clock'

export async function codeAction(_: FormState, form: FormData): Promise<FormState> {
  const kind = formText(form, 'kind') === 'recovery' ? 'recovery' : 'phone'
  const result = await verifyTwoStepCode(
    await headers(),
    { code: formText(form, 'code'), kind },
    paperNow(),
  )
  if (!result.ok) return refusedState(result)
  await setResponseCookies(result.cookies)
  redirect(safeReturnPath(formText(form, 'to')))
}

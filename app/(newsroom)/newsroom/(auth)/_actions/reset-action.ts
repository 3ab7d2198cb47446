'use server'

import { headers } from 'next/headers'
import { after } from 'next/server'
import { emailLink } from '@/app/(newsroom)/_email/one-time-link-email'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import { paperNow } from '@/lib/clock'
import { createPasswordResetEmail, requestPasswordReset } from '@/lib/users/password-reset'

/** The response and its time do not depend on whether the account exists: the e-mail is sent afterwards. */
export async function askForResetAction(_: FormState, form: FormData): Promise<FormState> {
  const email = formText(form, 'email')
  const result = await requestPasswordReset(await headers(), { email }, paperNow())
  if (!result.ok) return refusedState(result, { email })
  after(async () => {
    const message = await createPasswordResetEmail(result.email, paperNow())
    if (message) await emailLink(message, message.link)
  })
  return doneState('resetAsked')
}

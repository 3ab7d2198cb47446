'use server'

import { headers } from 'next/headers'
import { after } from 'next/server'
import { type ActState, doneAct, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { askForReset, writeResetLetter } from '@/lib/auth/reset'
import { mailLink } from '../../../mail-link'

/** The same answer, in the same time, whether there is such an account or not: the letter is written afterwards. */
export async function askForResetAction(_: ActState, form: FormData): Promise<ActState> {
  const email = textOf(form, 'email')
  const asked = await askForReset(await headers(), { email }, new Date())
  if (!asked.ok) return refusedAct(asked, { email })
  after(async () => {
    const letter = await writeResetLetter(asked.email, new Date())
    if (letter) await mailLink(letter, letter.link)
  })
  return doneAct('resetAsked')
}

'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/newsroom/form-state'
import { formStateOf, textOf } from '@/components/newsroom/form-state'
import { codePath, wayBack } from '@/lib/auth/addresses'
import { handOver } from '@/lib/auth/cookies'
import { signIn } from '@/lib/auth/sign-in'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email')
  const way = await signIn(
    await headers(),
    { email, password: textOf(form, 'password') },
    new Date(),
  )
  if (!way.ok) return formStateOf(way, { email })
  await handOver(way.cookies)
  const to = wayBack(textOf(form, 'to'))
  redirect(way.next === 'code' ? codePath(to) : to)
}

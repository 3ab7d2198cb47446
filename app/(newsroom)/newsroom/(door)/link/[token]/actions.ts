'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type ActState, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { actAsVisitor } from '@/lib/auth/act'
import { codePath, doorPath } from '@/lib/auth/addresses'
import { handOver } from '@/lib/auth/cookies'
import { choosePassword, comeAsAdmin } from '@/lib/auth/link-commands'
import { signIn } from '@/lib/auth/sign-in'
import type { Refusal } from '@/lib/outcome'

/** Whoever chose a password is in, or at the second step. */
async function comeIn(email: string, password: string): Promise<never> {
  const way = await signIn(await headers(), { email, password }, new Date())
  if (!way.ok) redirect('/newsroom/sign-in')
  await handOver(way.cookies)
  redirect(way.next === 'code' ? codePath(doorPath) : doorPath)
}

/** Typed twice, because nobody sees what they type. */
const isSameTwice = (form: FormData) => textOf(form, 'password') === textOf(form, 'again')
const differs: { reason: Refusal; fields: string[] } = {
  reason: 'passwordsDiffer',
  fields: ['again'],
}

export async function comeAsAdminAction(_: ActState, form: FormData): Promise<ActState> {
  const typed = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const password = textOf(form, 'password')
  if (!isSameTwice(form)) return refusedAct(differs, typed)
  const outcome = await actAsVisitor((db) =>
    comeAsAdmin(db, textOf(form, 'token'), { ...typed, password }, new Date()),
  )
  return outcome.ok ? comeIn(outcome.email, password) : refusedAct(outcome, typed)
}

export async function choosePasswordAction(_: ActState, form: FormData): Promise<ActState> {
  const password = textOf(form, 'password')
  if (!isSameTwice(form)) return refusedAct(differs)
  const outcome = await actAsVisitor((db) =>
    choosePassword(db, textOf(form, 'token'), { password }, new Date()),
  )
  return outcome.ok ? comeIn(outcome.email, password) : refusedAct(outcome)
}

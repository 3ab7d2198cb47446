'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type ActState, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { wayBack } from '@/lib/auth/addresses'
import { handOver } from '@/lib/auth/cookies'
import { giveCode } from '@/lib/auth/sign-in'

export async function codeAction(_: ActState, form: FormData): Promise<ActState> {
  const kind = textOf(form, 'kind') === 'recovery' ? 'recovery' : 'phone'
  const way = await giveCode(await headers(), { code: textOf(form, 'code'), kind }, new Date())
  if (!way.ok) return refusedAct(way)
  await handOver(way.cookies)
  redirect(wayBack(textOf(form, 'to')))
}

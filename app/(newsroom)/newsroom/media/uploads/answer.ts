import { statusOf } from '@/app/(newsroom)/newsroom/refusal-status'
import { type Actor, whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import type { Refusal } from '@/lib/outcome'

/** A refusal as the sending script reads it: its key, worded in bn.json. */
export const refused = (reason: Refusal) =>
  new Response(reason, {
    status: statusOf(reason),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** Who sends a picture, or the answer to who may not. */
export async function whoSends(): Promise<Actor | Response> {
  const actor = await currentActor()
  const reason = whyNot(actor, 'picture')
  return actor && !reason ? actor : refused(reason ?? 'notSignedIn')
}

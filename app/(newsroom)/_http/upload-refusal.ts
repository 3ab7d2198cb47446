import { type Actor, checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import type { Refusal } from '@/lib/outcome'
import { statusOf } from './refusal-status'

/** A refusal as the upload script reads it: its key in bn.json. */
export const textRefusal = (reason: Refusal) =>
  new Response(reason, {
    status: statusOf(reason),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** The user who uploads a picture, or the response that refuses the request. */
export async function requireUploader(): Promise<Actor | Response> {
  const actor = await currentActor()
  const reason = checkPermission(actor, 'picture')
  return actor && !reason ? actor : textRefusal(reason ?? 'notSignedIn')
}

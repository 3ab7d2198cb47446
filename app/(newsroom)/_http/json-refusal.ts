import type { Refusal } from '@/lib/outcome'
import { statusOf } from './refusal-status'

/** Why not, with the status that says so. */
export const jsonRefusal = (reason: Refusal, fields: string[] = []) =>
  Response.json({ reason, fields }, { status: statusOf(reason) })

/** What a form sends of a name or a picture. */
export const maxFormBytes = 20_000

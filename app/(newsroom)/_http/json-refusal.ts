import type { Refusal } from '@/lib/outcome'
import { statusOf } from './refusal-status'

/** A refusal with its HTTP status. */
export const jsonRefusal = (reason: Refusal, fields: string[] = []) =>
  Response.json({ reason, fields }, { status: statusOf(reason) })

/** The body that a form sends for a name or a picture. */
export const maxFormBytes = 20_000

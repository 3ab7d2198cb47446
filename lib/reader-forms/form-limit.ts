import 'server-only'
import { attemptCounter, clientNetworkOf, consumeAttempt } from '@/lib/auth/attempt-limits'
import { db } from '@/lib/db/client'
import type { FormSubject } from './form-token'

/**
 * Counts a form that was sent against the limits of its network, whatever is in it.
 * @returns for how many milliseconds to wait; 0 when it may be read
 */
export function consumeFormLimit(
  { form, subject }: FormSubject,
  headers: Headers,
  now: Date,
): Promise<number> {
  const network = clientNetworkOf(headers)
  const counters = [
    attemptCounter('formNetwork', form, network),
    attemptCounter('formSubject', form, subject, network),
  ]
  return consumeAttempt(db(), counters, now)
}

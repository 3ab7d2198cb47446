import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { newsroomSecret } from '@/lib/auth/newsroom-secret'

/** The form and the thing that it is about: a token of one form is no token of another. */
export type FormSubject = { form: string; subject: string }

/** Faster than anybody reads a form and types into it. */
export const minFillMs = 3_000
export const maxFillMs = 24 * 3_600_000

const signatureOf = ({ form, subject }: FormSubject, issuedAt: string, key: string): string =>
  createHmac('sha256', newsroomSecret())
    .update(['reader-form', form, subject, issuedAt, key].join('\n'))
    .digest('base64url')

/** A token for a form that is shown at `now`: when it was issued, a random key, and a signature of both. */
export function issueFormToken(about: FormSubject, now: Date): string {
  const issuedAt = now.getTime().toString(36)
  const key = randomBytes(16).toString('base64url')
  return [issuedAt, key, signatureOf(about, issuedAt, key)].join('.')
}

/** `key` identifies the form: sent twice, it has the same. */
export type TokenCheck = { ok: true; key: string } | { ok: false; reason: 'tooQuick' | 'expired' }

/** Whether the form may be taken at `now`. A forged token, and one of another form, count as expired. */
export function checkFormToken(about: FormSubject, token: string, now: Date): TokenCheck {
  const [issuedAt = '', key = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(about, issuedAt, key))
  const given = Buffer.from(signature)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  const ageMs = now.getTime() - Number.parseInt(issuedAt, 36)
  if (!isOurs || ageMs > maxFillMs) return { ok: false, reason: 'expired' }
  return ageMs < minFillMs ? { ok: false, reason: 'tooQuick' } : { ok: true, key }
}

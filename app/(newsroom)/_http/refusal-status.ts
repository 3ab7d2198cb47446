import type { Refusal } from '@/lib/outcome'

const others: Partial<Record<Refusal, number>> = {
  invalid: 400,
  notSignedIn: 401,
  notAllowed: 403,
  notYours: 403,
  notYourPicture: 403,
  tooLarge: 413,
}

/** The HTTP status of a refusal. */
export const statusOf = (reason: Refusal): number =>
  others[reason] ?? (reason.startsWith('noSuch') ? 404 : 409)

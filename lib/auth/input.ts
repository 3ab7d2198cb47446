import { z } from 'zod'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { userRole } from './user'

/** An e-mail address as accounts keep it. */
const emailInput = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email().max(254))

// The length is not checked here: a text that is too long or too short is a wrong password.
const typedPassword = z.string().min(1).max(1_000)

export const signInInput = z.object({ email: emailInput, password: typedPassword })

/** The six-digit code from the phone, in Bengali or Latin digits, or a recovery code. */
export const codeInput = z.object({
  code: z.string().min(1).max(40),
  kind: z.enum(['phone', 'recovery']).default('phone'),
})

/** At least ten characters. The upper limit keeps a request from making the server hash a very long text. */
export const passwordLength = { min: 10, max: 200 }
// One repeated letter or a keyboard row: attackers try these first.
const minDistinctCharacters = 5

/** A new password. */
const newPassword = z
  .string()
  .min(passwordLength.min)
  .max(passwordLength.max)
  .refine((password) => new Set(password).size >= minDistinctCharacters)
  .refine((password) => !'01234567890123456789'.includes(password))

const userName = z
  .string()
  .max(200)
  .transform((typed) => normalizeText(typed).trim())
  .pipe(z.string().min(1).max(100))

/** The number that accounts are known by. */
const userId = z.string().min(1).max(64)

export const newPasswordInput = z.object({ password: newPassword })
export const firstAdminInput = z.object({
  name: userName,
  email: emailInput,
  password: newPassword,
})
export const rescueInput = z.object({ email: emailInput })
export const passwordResetInput = z.object({ email: emailInput })

export const ownNameInput = z.object({ name: userName })
export const changePasswordInput = z.object({ current: typedPassword, password: newPassword })
export const endSessionInput = z.object({ id: z.string().min(1).max(64) })
export const passwordAgainInput = z.object({ current: typedPassword })
/** The code from the phone that was just set up. */
export const firstCodeInput = z.object({ code: z.string().min(1).max(40) })

const contributorId = z.int().positive().max(2_147_483_647)
export const inviteInput = z.object({
  name: userName,
  email: emailInput,
  role: userRole,
  /** The name under which they write, when they do. */
  contributorId: contributorId.nullish(),
})
export const userIdInput = z.object({ id: userId })
export const editUserInput = userIdInput.extend({ name: userName, email: emailInput })
export const changeRoleInput = userIdInput.extend({ role: userRole })
export const linkContributorInput = userIdInput.extend({ contributorId: contributorId.nullable() })
export const resetLinkInput = userIdInput.extend({
  /** Their phone is lost: the password alone lets them in, until they set up a new one. */
  withoutTwoStep: z.boolean().default(false),
})

/** The input of commands that need only the actor. */
export const endSessionsInput = z.strictObject({})
export const adminLinkInput = z.strictObject({})

import { z } from 'zod'

/** An e-mail address as accounts keep it. */
export const emailInput = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email().max(254))

// Not judged here: whatever is too long or too short is simply not the password.
const typedPassword = z.string().min(1).max(1_000)

export const signInInput = z.object({ email: emailInput, password: typedPassword })

/** Six figures from the phone, in either script's digits; or a recovery code. */
export const codeInput = z.object({
  code: z.string().min(1).max(40),
  kind: z.enum(['phone', 'recovery']).default('phone'),
})

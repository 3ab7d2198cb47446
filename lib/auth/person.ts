import { z } from 'zod'

/** What a person of the newsroom may be; the installation's own role is nobody's. */
export const personRole = z.enum(['reporter', 'subEditor', 'editor', 'admin'])
export type PersonRole = z.infer<typeof personRole>

/** Somebody of the newsroom, as an admin sees them. */
export type Person = {
  id: string
  name: string
  email: string
  role: PersonRole
  isBlocked: boolean
  hasTwoStep: boolean
  /** Has chosen a password; who has not is only invited. */
  hasCome: boolean
  contributor: { id: number; name: string } | null
}

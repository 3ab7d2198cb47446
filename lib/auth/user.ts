import { z } from 'zod'
import { type UserRole, userRoles } from './permissions'

/** What a person of the newsroom may be; the installation's own role is nobody's. */
export const userRole = z.enum(userRoles)

/** Somebody of the newsroom, as an admin sees them. */
export type User = {
  id: string
  name: string
  email: string
  role: UserRole
  isBlocked: boolean
  hasTwoStep: boolean
  /** Has chosen a password; who has not is only invited. */
  hasJoined: boolean
  contributor: { id: number; name: string } | null
}

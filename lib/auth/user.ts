import { z } from 'zod'
import { type UserRole, userRoles } from './permissions'

/** The roles that a user can have. The system role belongs to no user. */
export const userRole = z.enum(userRoles)

/** A user, as an admin sees them. */
export type User = {
  id: string
  name: string
  email: string
  role: UserRole
  isBlocked: boolean
  hasTwoStep: boolean
  /** The user has chosen a password. Without one, the user is only invited. */
  hasJoined: boolean
  contributor: { id: number; name: string } | null
}

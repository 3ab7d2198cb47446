import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import type { UserRole } from '@/lib/auth/permissions'
import { userRole } from '@/lib/auth/user'

/** The roles to choose from. */
export const roleField = (
  label: string,
  roles: (role: UserRole) => string,
  value: UserRole,
): FieldSpec => ({
  kind: 'choice',
  name: 'role',
  label,
  value,
  required: true,
  options: userRole.options.map((role) => ({ value: role, label: roles(role) })),
})

import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import type { UserRole } from '@/lib/auth/permissions'
import { userRole } from '@/lib/auth/user'

/** What somebody may be, to choose. */
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

import type { FieldSpec } from '@/components/newsroom/act/field-spec'
import { type PersonRole, personRole } from '@/lib/auth/person'

/** What somebody may be, to choose. */
export const roleField = (
  label: string,
  roles: (role: PersonRole) => string,
  value: PersonRole,
): FieldSpec => ({
  ...{ kind: 'choice', name: 'role', label, value, required: true },
  options: personRole.options.map((role) => ({ value: role, label: roles(role) })),
})

import { describe, expect, test } from 'vitest'
import { checkPermission, type Permission, type Role } from './roles'

const roles: Role[] = ['reporter', 'subEditor', 'editor', 'admin', 'system']

/** Who may, in the order above; the record fails to compile when a permission is added. */
const expected: Record<Permission, string> = {
  draft: 'reporter subEditor editor admin system',
  write: 'reporter subEditor editor admin',
  name: 'reporter subEditor editor admin system',
  picture: 'reporter subEditor editor admin system',
  tidy: 'reporter subEditor editor admin system',
  trash: 'reporter subEditor editor admin system',
  submit: 'reporter subEditor editor admin',
  sendBack: 'subEditor editor admin system',
  note: 'subEditor editor admin system',
  preview: 'reporter subEditor editor admin system',
  photocard: 'subEditor editor admin system',
  publish: 'editor admin system',
  settle: 'system',
  prove: 'subEditor editor admin system',
  queue: 'editor admin system',
  withdraw: 'editor admin system',
  move: 'editor admin system',
  front: 'editor admin system',
  categories: 'admin system',
  names: 'editor admin system',
  account: 'reporter subEditor editor admin',
  people: 'admin',
  settings: 'admin system',
  rescue: 'system',
}

describe('a permission is granted to the roles that hold it', () => {
  test.each(Object.entries(expected) as [Permission, string][])(
    '%s: %s',
    (permission, expectedRoles) => {
      const permitted = roles.filter(
        (role) => checkPermission({ id: '1', name: 'কেউ', role }, permission) === null,
      )

      expect(permitted.join(' ')).toBe(expectedRoles)
    },
  )

  test.each(Object.keys(expected) as Permission[])('%s is for nobody unknown', (permission) => {
    expect(checkPermission(null, permission)).toBe('notSignedIn')
  })
})

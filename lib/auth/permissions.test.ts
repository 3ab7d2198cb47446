import { describe, expect, test } from 'vitest'
import messages from '@/messages/bn.json'
import {
  type Actor,
  checkPermission,
  checkScope,
  type Permission,
  type Role,
  roles,
  scopeOf,
  userRoles,
} from './permissions'

/** Who may, in the order above; the record fails to compile when a permission is added. */
const expected: Record<Permission, string> = {
  viewStories: 'reporter subEditor editor admin system',
  draft: 'reporter subEditor editor admin system',
  write: 'reporter subEditor editor admin',
  name: 'reporter subEditor editor admin system',
  picture: 'reporter subEditor editor admin system',
  edit: 'reporter subEditor editor admin system',
  trash: 'reporter subEditor editor admin system',
  submit: 'reporter subEditor editor admin',
  sendBack: 'subEditor editor admin system',
  note: 'subEditor editor admin system',
  preview: 'reporter subEditor editor admin system',
  photocard: 'subEditor editor admin system',
  publish: 'editor admin system',
  finalize: 'system',
  report: 'public',
  handleReports: 'reporter subEditor editor admin',
  requestCheck: 'subEditor editor admin system',
  queue: 'editor admin system',
  withdraw: 'editor admin system',
  move: 'editor admin system',
  front: 'editor admin system',
  categories: 'admin system',
  names: 'editor admin system',
  account: 'reporter subEditor editor admin',
  users: 'admin',
  settings: 'admin system',
  import: 'system',
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

const actorOf = (role: Role): Actor => ({ id: 'me', name: 'কেউ', role })
const scoped: Permission[] = [
  'viewStories',
  'write',
  'picture',
  'edit',
  'trash',
  'submit',
  'preview',
  'handleReports',
]

describe('a scope limits a permission to the actor’s own', () => {
  test.each(scoped)('a reporter has %s for their own only', (permission) => {
    expect(scopeOf({ role: 'reporter' }, permission)).toBe('own')
    expect(checkScope(actorOf('reporter'), permission, 'me')).toBeNull()
    expect(checkScope(actorOf('reporter'), permission, 'another')).toBe('notYours')
    expect(checkScope(actorOf('reporter'), permission, null)).toBe('notYours')
  })

  test.each(roles.filter((role) => role !== 'reporter'))(
    '%s has nothing for their own only',
    (role) => {
      const scopes = (Object.keys(expected) as Permission[]).map((each) => scopeOf({ role }, each))

      expect(scopes).not.toContain('own')
    },
  )
})

test('a role that is added starts with nothing', () => {
  const newcomer = actorOf('proofreader' as Role)

  const permissions = Object.keys(expected) as Permission[]

  expect(permissions.filter((each) => checkPermission(newcomer, each) !== 'notAllowed')).toEqual([])
  expect(permissions.filter((each) => checkScope(newcomer, each, 'me') === null)).toEqual([])
})

test('every role of a user has a Bengali name, and no other is named', () => {
  expect(Object.keys(messages.newsroomRoles).toSorted()).toEqual([...userRoles].toSorted())
})

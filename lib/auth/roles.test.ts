import { describe, expect, test } from 'vitest'
import { type Deed, type Role, whyNot } from './roles'

const roles: Role[] = ['reporter', 'subEditor', 'editor', 'admin', 'system']

/** Who may, in the order above; the record fails to compile when a deed is added. */
const expected: Record<Deed, string> = {
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

describe('a deed is for those who answer for it', () => {
  test.each(Object.entries(expected) as [Deed, string][])('%s: %s', (deed, who) => {
    const may = roles.filter((role) => whyNot({ id: '1', name: 'কেউ', role }, deed) === null)

    expect(may.join(' ')).toBe(who)
  })

  test.each(Object.keys(expected) as Deed[])('%s is for nobody unknown', (deed) => {
    expect(whyNot(null, deed)).toBe('notSignedIn')
  })
})

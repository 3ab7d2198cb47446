import { describe, expect, test } from 'vitest'
import { libraryAddress, readLibraryQuery } from './library'

const reporter = { id: 'r', name: 'প্রতিবেদক', role: 'reporter' } as const
const editor = { id: 'e', name: 'সম্পাদক', role: 'editor' } as const

describe('the address of a page of the archive', () => {
  test('without anything said is the usual: a reporter’s own pictures, the desk’s of all', () => {
    const defaults = { typed: '', view: 'all', after: null }

    expect(readLibraryQuery({}, reporter)).toEqual({ ...defaults, ownerId: 'r' })
    expect(readLibraryQuery({}, editor)).toEqual({ ...defaults, ownerId: null })
  })

  test.each([
    { typed: 'নদী & "বন্যা"', view: 'unused', ownerId: 'r', after: 12 },
    { typed: '', view: 'noAlt', ownerId: null, after: null },
  ] as const)('is read as it was made: %j', (query) => {
    const params = Object.fromEntries(new URL(libraryAddress(query), 'http://paper').searchParams)

    expect(readLibraryQuery(params, reporter)).toEqual(query)
  })

  test.each([
    [{ view: 'everything' }, { view: 'all' }],
    [{ after: '-3' }, { after: null }],
    [{ after: '99999999999' }, { after: null }],
    [{ q: ['a', 'b'] }, { typed: '' }],
    [{ q: 'ক'.repeat(9_000) }, { typed: 'ক'.repeat(200) }],
    [{ whose: 'x' }, { ownerId: null }],
  ])('%j is read as %j', (params, expected) => {
    expect(readLibraryQuery(params, editor)).toMatchObject(expected)
  })
})

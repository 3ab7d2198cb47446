import { describe, expect, test } from 'vitest'
import { listAddress, readDone, readListRequest } from './list-address'

const none = { words: '', category: '', author: '', from: '', until: '', status: '' }

describe('an address says what a list is narrowed to', () => {
  test('and from where its page goes on, and back again', () => {
    const key = { at: new Date('2026-03-26T06:00:00.123Z'), id: 42 }
    const words = { ...none, words: 'নদী ভাঙন', category: 'dhaka', status: 'draft' }

    const address = listAddress('mine', { ...words, by: 7 }, { way: 'after', key })
    const params = Object.fromEntries(new URL(address, 'http://x').searchParams)

    expect(readListRequest('mine', params)).toEqual({
      typed: words,
      filter: { words: 'নদী ভাঙন', status: 'draft' },
      ...{ category: 'dhaka', author: null, authorId: 7 },
      turn: { way: 'after', key },
      faulty: [],
    })
  })

  test('days are Dhaka’s, the last of them whole', () => {
    const { filter } = readListRequest('desk', { from: '2026-03-25', until: '2026-03-26' })

    expect(filter).toEqual({
      from: new Date('2026-03-24T18:00:00Z'),
      until: new Date('2026-03-26T18:00:00Z'),
    })
  })

  test('a list without anything has the shortest address', () => {
    expect(listAddress('desk', none)).toBe('/newsroom/lists/desk')
  })
})

describe('what an address cannot mean', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a day the calendar has not', { from: '2026-02-31' }, ['from']],
    ['a day in Bengali digits', { until: '২০২৬-০৩-০১' }, ['until']],
    ['a day of no age', { from: '0001-01-01' }, ['from']],
    ['days the wrong way round', { from: '2026-03-02', until: '2026-03-01' }, ['from', 'until']],
    ['words without end', { words: 'ক'.repeat(401) }, ['words']],
    ['a state there is not', { status: 'deleted' }, ['status']],
    ['a state of another list', { status: 'withdrawn' }, ['status']],
    ['a category beyond any name', { category: 'x'.repeat(61) }, ['category']],
  ])('is told: %s', (_, params, faulty) => {
    const request = readListRequest('desk', params)

    expect(request.faulty).toEqual(faulty)
    expect(request.typed).toEqual({ ...none, ...params })
  })

  test.each(['', 'x', '1', '-1.1', '1.1.1', '1e3.1', `${'9'.repeat(15)}.1`, '1.9999999999', '১.১'])(
    'is the first page: after=%s',
    (after) => {
      expect(readListRequest('desk', { after }).turn).toBeNull()
    },
  )

  test.each(['', 'x', '0', '-1', '1.5', '9999999999'])('is nobody: by=%s', (by) => {
    expect(readListRequest('desk', { by }).authorId).toBeNull()
    expect(readDone({ done: by })).toBeNull()
  })

  test('is one thing, when it is said twice', () => {
    expect(readListRequest('desk', { words: ['এক', 'দুই'] }).filter).toEqual({ words: 'এক' })
  })
})

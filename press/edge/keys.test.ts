import { describe, expect, test } from 'vitest'
import { isSubject, keyOf, keysOf, runsOf } from './keys'

describe('a key is what every edge takes', () => {
  test.each([
    ['article:12', 'article:12'],
    ['path:/old', 'path:/old'],
    ['path:/%E0%A6%96', 'path:/%E0%A6%96'],
    ['path:/a b,c', 'path:/a%20b%2Cc'],
    ['topic:ক', 'topic:%E0%A6%95'],
    ['path:/a\r\nX: y', 'path:/a%0D%0AX:%20y'],
    ['path:/\ud800', 'path:/%EF%BF%BD'],
  ])('%j', (tag, key) => {
    expect(keyOf(tag)).toBe(key)
  })

  test('a long tag is its kind and a hash, the same each time and for no other tag', () => {
    const long = `path:/${'%E0%A6%96'.repeat(100)}`

    expect(keyOf(long)).toMatch(/^path:[0-9a-f]{32}$/)
    expect(keyOf(long)).toBe(keyOf(long))
    expect(keyOf(`${long}a`)).not.toBe(keyOf(long))
    expect(keyOf('x'.repeat(1_000))).toHaveLength(64)
  })

  test('tags told twice are one key', () => {
    expect(keysOf(['front', 'paper', 'front'])).toEqual(['front', 'paper'])
  })
})

test('a subject is one document; all else is a list, which may be seconds old', () => {
  const tags = [
    'article:1',
    'page:about',
    'redirects',
    'front',
    'latest',
    'paper',
    'category:page',
    'author:a',
  ]

  expect(tags.filter(isSubject)).toEqual(['article:1', 'page:about', 'redirects'])
})

test('runs are cut by number and by length, and lose nothing', () => {
  expect(runsOf(['a', 'b', 'c'], { mostKeys: 2 })).toEqual([['a', 'b'], ['c']])
  expect(runsOf(['aa', 'bb', 'cc'], { mostBytes: 6 })).toEqual([['aa', 'bb'], ['cc']])
  expect(runsOf([], { mostKeys: 2 })).toEqual([])
})

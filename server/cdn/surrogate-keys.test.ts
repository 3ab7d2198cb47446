import { describe, expect, test } from 'vitest'
import { batchKeys, isSubjectTag, surrogateKeyOf, surrogateKeysOf } from './surrogate-keys'

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
    expect(surrogateKeyOf(tag)).toBe(key)
  })

  test('a long tag is its kind and a hash, the same each time and for no other tag', () => {
    const long = `path:/${'%E0%A6%96'.repeat(100)}`

    expect(surrogateKeyOf(long)).toMatch(/^path:[0-9a-f]{32}$/)
    expect(surrogateKeyOf(long)).toBe(surrogateKeyOf(long))
    expect(surrogateKeyOf(`${long}a`)).not.toBe(surrogateKeyOf(long))
    expect(surrogateKeyOf('x'.repeat(1_000))).toHaveLength(64)
  })

  test('tags told twice are one key', () => {
    expect(surrogateKeysOf(['front', 'paper', 'front'])).toEqual(['front', 'paper'])
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

  expect(tags.filter(isSubjectTag)).toEqual(['article:1', 'page:about', 'redirects'])
})

test('runs are cut by number and by length, and lose nothing', () => {
  expect(batchKeys(['a', 'b', 'c'], { mostKeys: 2 })).toEqual([['a', 'b'], ['c']])
  expect(batchKeys(['aa', 'bb', 'cc'], { mostBytes: 6 })).toEqual([['aa', 'bb'], ['cc']])
  expect(batchKeys([], { mostKeys: 2 })).toEqual([])
})

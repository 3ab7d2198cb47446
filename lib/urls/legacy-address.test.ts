import { describe, expect, test } from 'vitest'
import { legacyAddress, matchLegacyAddresses, parseQueryShapes, queryShape } from './legacy-address'

describe('an old address has one form', () => {
  test.each([
    ['/', 'p=123', '/?p=123'],
    ['/News/Details.php', 'ID=7&Cat=2', '/news/details.php?cat=2&id=7'],
    ['/details.php', 'id=7&utm_source=fb&fbclid=x', '/details.php?id=7'],
    ['/details.php', 'utm_source=fb', '/details.php'],
    ['/details.php', 'id=7&id=8', '/details.php?id=7'],
    ['/story.php', '123', '/story.php?123'],
    ['/a', '', '/a'],
    ['/', 'title=সংবাদ+এক', `/?title=${encodeURIComponent('সংবাদ')}+${encodeURIComponent('এক')}`],
    ['/', `title=${'ড়'.normalize('NFD')}`, `/?title=${encodeURIComponent('ড়'.normalize('NFC'))}`],
  ])('%s?%s', (path, query, address) => {
    expect(legacyAddress(path, query)).toBe(address)
  })

  test('or none, where no request can have it', () => {
    expect(legacyAddress('/a/../b', 'id=7')).toBeNull()
  })
})

test.each([
  ['/?p=123', '/?p'],
  ['/news.php?cat=2&id=7', '/news.php?cat&id'],
  ['/story.php?123', '/story.php?'],
  ['/plain', null],
])('the shape of %s is its path and names', (address, shape) => {
  expect(queryShape(address)).toBe(shape)
})

describe('a query may mean', () => {
  const shapes = parseQueryShapes([
    '/n?id',
    '/n?cat&id',
    '/s?',
    '/?p',
    `/?${encodeURIComponent('ক')}`,
  ])

  test.each([
    ['the more exact address first', '/n', 'id=7&cat=2', ['/n?cat=2&id=7', '/n?id=7']],
    ['the address of the names it has', '/n', 'id=7&x=1', ['/n?id=7']],
    ['a value without a name', '/s', '123', ['/s?123']],
    ['a name in Bengali', '/', 'ক=১', [`/?${new URLSearchParams({ ক: '১' })}`]],
    ['nothing without the names', '/n', 'cat=2', []],
    ['nothing at a path that had no query', '/m', 'id=7', []],
    ['nothing when it is longer than any address', '/n', `id=${'7'.repeat(1_000)}`, []],
  ])('%s', (_, path, query, addresses) => {
    expect(matchLegacyAddresses(shapes, path, query)).toEqual(addresses)
  })

  test('what an old address is kept as', () => {
    const address = legacyAddress('/n', 'ID=7&cat=2&utm_x=1') ?? ''

    expect(
      matchLegacyAddresses(parseQueryShapes([queryShape(address) ?? '']), '/n', 'cat=2&id=7'),
    ).toEqual([address])
  })
})

import { describe, expect, test } from 'vitest'
import { parseLines } from './parse-lines'

const hosts = ['paper.example', 'localhost:3000']
const read = (...cells: string[]) => parseLines([{ line: 4, cells }], hosts)
const letters = encodeURIComponent('সংবাদ')

describe('an old address', () => {
  test.each([
    ['/?p=123', '/?p=123'],
    ['?p=123', '/?p=123'],
    ['https://www.old.example/News/Details.php?id=7&utm_source=x#top', '/news/details.php?id=7'],
    ['http://old.example', '/'],
    ['https://old.example?p=1', '/?p=1'],
    ['/সংবাদ/', `/${letters}`],
    [`/${letters.toLowerCase()}`, `/${letters}`],
    ['/2015/05/a.html', '/2015/05/a.html'],
  ])('%s is kept as %s', (from, parsed) => {
    expect(read(from, '7').lines).toEqual([
      { line: 4, from: parsed, to: { path: null, storyId: 7 } },
    ])
  })

  test.each([
    ['old.example/a', 'notAddress'],
    ['ftp://old.example/a', 'notAddress'],
    ['/a/../b', 'notAddress'],
    ['/%E0%A6', 'notAddress'],
    [`/${'a'.repeat(1_000)}`, 'tooLong'],
    [`/?p=${'a'.repeat(2_000)}`, 'tooLong'],
    ['/newsroom/x', 'reserved'],
    ['/Media/1/2', 'reserved'],
    ['/internal', 'reserved'],
  ])('%s is none: %s', (from, reason) => {
    expect(read(from, '7').faults).toEqual([{ line: 4, reason }])
  })
})

describe('a new address', () => {
  test.each([
    ['7', null, 7],
    ['৭০১', null, 701],
    ['/national/7', '/national/7', 7],
    ['/National/7/', '/national/7', 7],
    ['https://paper.example/topic/flood', '/topic/flood', null],
    ['http://LOCALHOST:3000/about', '/about', null],
    ['https://paper.example', '/', null],
    ['/topic/2024', '/topic/2024', null],
    ['/', '/', null],
  ])('%s', (to, path, storyId) => {
    expect(read('/a', to).lines).toEqual([{ line: 4, from: '/a', to: { path, storyId } }])
  })

  test.each([
    ['https://elsewhere.example/a', 'elsewhere'],
    ['https://paper.example.evil.example/', 'elsewhere'],
    ['https://paper.example@evil.example/', 'elsewhere'],
    ['//evil.example/', 'notHere'],
    ['0', 'notTarget'],
    ['07', 'notTarget'],
    ['2147483648', 'notTarget'],
    ['nowhere', 'notTarget'],
    ['/a/%00', 'notTarget'],
    ['/search?q=a', 'targetQuery'],
    ['/about#us', 'targetQuery'],
  ])('%s is none: %s', (to, reason) => {
    const { lines, faults } = read('/a', to)

    // What only looks like another host is a path of this one.
    expect(faults.map((fault) => fault.reason)).toEqual(reason === 'notHere' ? [] : [reason])
    expect(lines.map((line) => line.to.path)).toEqual(reason === 'notHere' ? ['/evil.example'] : [])
  })
})

test.each([[['/a']], [['/a', '']], [['', '7']], [['/a', 'b.html', '7']]])(
  '%j is not a line of two columns',
  (cells) => {
    expect(parseLines([{ line: 2, cells }], hosts).faults).toEqual([{ line: 2, reason: 'columns' }])
  },
)

test('titles may stand above, and only there', () => {
  const titles = ['পুরনো', 'নতুন']
  const rows = [titles, ['/a', '7', ''], titles].map((cells, index) => ({ line: index + 1, cells }))

  const { lines, faults } = parseLines(rows, hosts)

  expect(lines.map(({ line }) => line)).toEqual([2])
  expect(faults).toEqual([{ line: 3, reason: 'notAddress' }])
})

import { describe, expect, test } from 'vitest'
import { validateLines } from './validate-lines'

/** Lines as they stand in a file, from line 1 on. */
const linesOf = (...pairs: [from: string, to: string | number][]) => linesOfAll(pairs)

const linesOfAll = (pairs: [from: string, to: string | number][]) =>
  pairs.map(([from, to], index) => ({
    line: index + 1,
    from,
    to: typeof to === 'number' ? { path: null, storyId: to } : { path: to, storyId: null },
  }))

describe('an address is led on once', () => {
  test('lines that say the same twice count once', () => {
    const { lines, faults, repeated } = validateLines(
      linesOf(['/a', 7], ['/b', '/x'], ['/a', 7], ['/b', '/x']),
    )

    expect(lines.map(({ line }) => line)).toEqual([1, 2])
    expect([faults, repeated]).toEqual([[], 2])
  })

  test.each([
    [
      'to two places',
      [
        ['/a', 7],
        ['/a', 8],
      ],
      [[2, 'twice', '1']],
    ],
    ['to itself', [['/a', '/a']], [[1, 'itself', undefined]]],
    [
      'to an address that is led on itself',
      [
        ['/a', '/b'],
        ['/b', 7],
      ],
      [[1, 'chain', '2']],
    ],
    [
      'round',
      [
        ['/a', '/b'],
        ['/b', '/a'],
      ],
      [
        [1, 'loop', undefined],
        [2, 'loop', undefined],
      ],
    ],
    [
      'into a ring',
      [
        ['/x', '/a'],
        ['/a', '/b'],
        ['/b', '/c'],
        ['/c', '/a'],
      ],
      [
        [1, 'chain', '2'],
        [2, 'loop', undefined],
        [3, 'loop', undefined],
        [4, 'loop', undefined],
      ],
    ],
  ] as [string, [string, string | number][], [number, string, string | undefined][]][])(
    'not %s',
    (_, pairs, expected) => {
      const { faults } = validateLines(linesOf(...pairs))

      expect(faults.map(({ line, reason, words }) => [line, reason, words?.line])).toEqual(expected)
    },
  )

  test('a chain and a ring of a hundred thousand are seen in no time', () => {
    const count = 100_000
    const chain = Array.from({ length: count }, (_, at): [string, string] => [
      `/c${at}`,
      `/c${at + 1}`,
    ])
    const cycle = Array.from({ length: count }, (_, at): [string, string] => [
      `/r${at}`,
      `/r${(at + 1) % count}`,
    ])

    const { lines, faults } = validateLines(linesOfAll([...chain, ...cycle]))

    expect(lines.map(({ from }) => from)).toEqual([`/c${count - 1}`])
    expect(faults.filter(({ reason }) => reason === 'loop')).toHaveLength(count)
  })
})

test('a name of its own for every address is no way to ask', () => {
  const pairs = Array.from({ length: 502 }, (_, at): [string, number] => [`/?n${at}=1`, 7])

  const { lines, faults } = validateLines(linesOf(...pairs))

  expect(lines).toHaveLength(500)
  expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
    [501, 'tooManyQueries'],
    [502, 'tooManyQueries'],
  ])
})

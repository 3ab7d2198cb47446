import { expect, test } from 'vitest'
import { batchMovedAddresses } from './moved-addresses'

const idsTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

test.each([
  [0, [0]],
  [1, [1]],
  [4_000, [4_000]],
  [8_001, [4_000, 4_000, 1]],
])(
  '%i stories that moved with their category are told in as few parts as may be',
  (count, sizes) => {
    const ids = idsTo(count)

    const portions = batchMovedAddresses({
      lists: ['/a', '/b'],
      stories: { categorySlug: 'a', ids },
    })

    expect(portions.map(({ stories }) => stories?.ids.length ?? 0)).toEqual(sizes)
    expect(portions.flatMap(({ stories }) => stories?.ids ?? [])).toEqual(ids)
    expect(portions.flatMap(({ lists }) => lists)).toEqual(['/a', '/b'])
  },
)

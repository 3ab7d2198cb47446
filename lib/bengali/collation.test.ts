import { describe, expect, test } from 'vitest'
import { BENGALI_COLLATION, compareBengali } from './collation'
import { SORTED_HEADLINES } from './collation.cases'

describe('Bengali order', () => {
  test('names and headlines stand where a reader looks for them', () => {
    expect(SORTED_HEADLINES.toReversed().sort(compareBengali)).toEqual(SORTED_HEADLINES)
  })

  const neighbours = SORTED_HEADLINES.slice(1).map((after, i) => [SORTED_HEADLINES[i] ?? '', after])
  test.each(neighbours)('%s is before %s', (before, after) => {
    expect(compareBengali(before, after)).toBeLessThan(0)
    expect(compareBengali(after, before)).toBeGreaterThan(0)
  })

  test('only the same string is equal, so that two runs give one order', () => {
    expect(compareBengali('ঢাকা', 'ঢাকা')).toBe(0)
    expect(compareBengali('র\u200D্যাব', 'র্যাব')).not.toBe(0)
    expect(compareBengali('\uFFFD\u200D', '\uFFFD')).toBeGreaterThan(0)
  })

  test('code point order breaks a tie as PostgreSQL’s bytes do', () => {
    expect(compareBengali('ক\u200C', 'ক\u200D')).toBeLessThan(0)
  })

  test('the collation is the one PostgreSQL ships', () => {
    expect(BENGALI_COLLATION).toBe('bn-x-icu')
  })
})

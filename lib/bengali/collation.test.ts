import { describe, expect, test } from 'vitest'
import { BENGALI_COLLATION, compareBengali } from './collation'
import sortedHeadlines from './collation.cases.json'

/*
 * In `collation.cases.json` figures come first, compared as text; then vowels, and ং ঃ ঁ before any consonant. ৎ counts
 * as ত্ and comes after it when nothing else differs. A conjunct comes after every vowel sign of its first letter, a
 * space before every letter, ড় right after ড, ি before ী; Latin last. Spelt as stored: NFC, র‍্যাব with its ZWJ.
 */
describe('Bengali order', () => {
  test('names and headlines stand where a reader looks for them', () => {
    expect(sortedHeadlines.toReversed().sort(compareBengali)).toEqual(sortedHeadlines)
  })

  const neighbours = sortedHeadlines.slice(1).map((after, i) => [sortedHeadlines[i] ?? '', after])
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mergedPercent,
  metPercent,
  romanPairs,
  score,
} from '@/tools/test-harness/labelled-words/labelled-pairs'
import { romanKeys } from './roman-keys'

function meets(left: string, right: string): boolean {
  const keys = romanKeys(right)
  return romanKeys(left).some((key) => keys.includes(key))
}

describe('Latin typing finds the Bengali word', () => {
  test.each([
    ['putin', 'পুতিন'],
    ['pootin', 'পুতিন'],
    ['Dhaka', 'ঢাকা'],
    ['sheikh hasina', 'শেখ হাসিনা'],
    ['BNP', 'বিএনপি'],
    ['ICC', 'আইসিসি'],
    ['RAB', 'র‍্যাব'],
    ['rahman', 'রহমান'],
    ['chattogram', 'চট্টগ্রাম'],
    ['chittagong', 'চট্টগ্রাম'],
    ['prothom alo', 'প্রথম আলো'],
    ['shadhinota', 'স্বাধীনতা'],
    ['swadhinata', 'স্বাধীনতা'],
    ["cox's bazar", 'কক্সবাজার'],
    ['metro rail', 'মেট্রোরেল'],
    ['trump', 'ট্রাম্প'],
    ['facebook', 'ফেসবুক'],
  ])('%s finds %s', (latin, bengali) => {
    expect(meets(latin, bengali)).toBe(true)
  })
})

describe('and not another', () => {
  test.each([
    ['putin', 'পতন'],
    ['dhaka', 'ঢাক'],
    ['dhaka', 'টাকা'],
    ['hasina', 'হাসান'],
    ['rahman', 'রহিম'],
    ['bnp', 'বন'],
    ['icc', 'আইসিডি'],
  ])('%s does not find %s', (latin, bengali) => {
    expect(meets(latin, bengali)).toBe(false)
  })
})

test('text with no word has no key', () => {
  expect(romanKeys(' — ')).toEqual([])
})

test('any text has a handful of keys, each of Latin letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const keys = romanKeys(text)
      expect(keys.length).toBeLessThanOrEqual(50)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('a name in either script has few keys', () => {
  const counts = romanPairs
    .flatMap(({ left, right }) => [left, right])
    .map((t) => romanKeys(t).length)

  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(3)
})

// Scored once on the held-out third when the scheme was done: 101 of 103 met, 2 of 68 merged.
describe.each(['tune', 'final'] as const)('on the labelled names, part %s', (part) => {
  const result = score(
    romanPairs.filter((pair) => pair.part === part),
    ({ left, right }) => meets(left, right),
  )

  test('at least 95 % of the spellings find the name', () => {
    expect(metPercent(result)).toBeGreaterThanOrEqual(95)
  })

  test('at most 3 % of other words are found', () => {
    expect(mergedPercent(result)).toBeLessThanOrEqual(3)
  })
})

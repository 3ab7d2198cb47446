import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mergedPercent,
  metPercent,
  score,
  stemPairs,
} from '@/tools/test-harness/labelled-words/labelled-pairs'
import { searchKey } from './search-key'
import { stem, stemSteps } from './stem'

const stemOf = (word: string): string => stem(searchKey(word))

describe('forms of one noun share a stem', () => {
  test.each([
    ['-র after a vowel', 'ঢাকা', 'ঢাকার'],
    ['-ের after a consonant', 'শহর', 'শহরের'],
    ['-য় after আ', 'ঢাকা', 'ঢাকায়'],
    ['-তে after ই', 'নদী', 'নদীতে'],
    ['-তে after উ', 'মৃত্যু', 'মৃত্যুতে'],
    ['-ে after a consonant', 'শহর', 'শহরে'],
    ['-ে after ত, not -তে', 'আদালত', 'আদালতে'],
    ['-ে after ক, not -কে', 'পার্ক', 'পার্কে'],
    ['-ের after দ, not -দের', 'প্রতিবাদ', 'প্রতিবাদের'],
    ['-ের after the -বাদ of a town', 'ইসলামাবাদ', 'ইসলামাবাদের'],
    ['-য়ের after a vowel letter', 'জুলাই', 'জুলাইয়ের'],
    ['-য়ের after ং', 'বেইজিং', 'বেইজিংয়ের'],
    ['-র after a vowel letter', 'ভিডিও', 'ভিডিওর'],
    ['-কে', 'সরকার', 'সরকারকে'],
    ['-কে after ং', 'বেইজিং', 'বেইজিংকে'],
    ['-রা', 'নেতা', 'নেতারা'],
    ['-েরা', 'শিক্ষক', 'শিক্ষকেরা'],
    ['-দের', 'নেতা', 'নেতাদের'],
    ['-বাদের of fathers', 'বাবা', 'বাবাদের'],
    ['-টি', 'বই', 'বইটি'],
    ['-গুলো', 'বই', 'বইগুলো'],
    ['-গণ', 'সদস্য', 'সদস্যগণ'],
    ['-সহ', 'নেতাকর্মী', 'নেতাকর্মীসহ'],
    ['-ও', 'ঢাকা', 'ঢাকাও'],
    ['-ই', 'পুলিশ', 'পুলিশই'],
    ['-দেরকে', 'শিশু', 'শিশুদেরকে'],
    ['-গুলোর', 'দেশ', 'দেশগুলোর'],
    ['-টিকেও', 'শিশু', 'শিশুটিকেও'],
    ['-ৎ that turns to ত', 'ভবিষ্যৎ', 'ভবিষ্যতের'],
    ['-ৎ that stays', 'বিদ্যুৎ', 'বিদ্যুৎকে'],
    ['a noun of one syllable', 'মা', 'মায়ের'],
    ['a noun that ends in ে', 'মেয়ে', 'মেয়েদের'],
    ['a number', '১০', '১০টির'],
    ['a Latin word', 'NASA', 'NASAর'],
    ['আজকের', 'আজ', 'আজকের'],
    ['two spellings', 'বাড়ী', 'বাড়িতে'],
  ])('%s: %s, %s', (_, base, form) => {
    expect(stemOf(form)).toBe(stemOf(base))
  })
})

describe('different words keep different stems', () => {
  test.each([
    ['ভারত', 'ভার'],
    ['খেলা', 'খেয়া'],
    ['আমির', 'আমি'],
    ['রেডিও', 'রেডি'],
    ['জনগণ', 'জন'],
    ['কারখানা', 'কার'],
    ['জেলখানা', 'জেল'],
    ['শতক', 'শত'],
    ['দায়রা', 'দায়'],
    ['পায়রা', 'পায়'],
    ['একতারা', 'একতা'],
    ['করে', 'কর'],
    ['বলে', 'বল'],
    ['লড়াই', 'লড়া'],
  ])('%s and %s', (left, right) => {
    expect(stemOf(left)).not.toBe(stemOf(right))
  })
})

test('the steps lead from the word to its stem, so that an index can hold the forms between', () => {
  expect(stemSteps('শিশুদেরকে')).toEqual(['শিশুদেরকে', 'শিশুদের', 'শিশু'])
})

describe('for every word', () => {
  const words = fc.constantFrom(...stemPairs.flatMap(({ left, right }) => [left, right]))

  test('the stem of a stem is the stem', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(stem(stemOf(word))).toBe(stemOf(word))
      }),
    )
  })

  test('a stem begins its word and never ends in a hasanta', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(searchKey(word).startsWith(stemOf(word))).toBe(true)
        expect(stemOf(word)).not.toMatch(/\u09cd$/)
      }),
    )
  })
})

// First look at the held-out third, when the rules were done: 238 of 240 met, 2 of 107 merged. One
// defect (বিচারকের), which words of real stories showed as well, was then mended; nothing else was.
describe.each(['tune', 'final'] as const)('on the labelled words, part %s', (part) => {
  const result = score(
    stemPairs.filter((pair) => pair.part === part),
    ({ left, right }) => stemOf(left) === stemOf(right),
  )

  test('at least 95 % of the forms meet their noun', () => {
    expect(metPercent(result)).toBeGreaterThanOrEqual(95)
  })

  test('at most 3 % of different words are merged', () => {
    expect(mergedPercent(result)).toBeLessThanOrEqual(3)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from './normalize'
import { countGraphemes, firstGraphemes, listLetters, listWords, shorten } from './shorten'

describe('letters are counted as a reader sees them', () => {
  test.each([
    ['', 0],
    ['ক্ষ', 1],
    ['স্ত্রী', 1],
    ['র\u200D্য', 1],
    ['বাংলাদেশ', 4],
    ['কর্ম', 2],
    ['ক্\u200Cষ', 2],
    ['👨\u200D👩\u200D👧', 1],
  ])('%j is %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count)
  })
})

test.each([
  ['স্ত্রী', ['স্ত্রী']],
  ['কর্ম', ['ক', 'র্ম']],
  ['অ্যাব', ['অ্যা', 'ব']],
  ['ক্\u200Cষ', ['ক্\u200Cষ']],
  ['র\u200D্যাব', ['র\u200D্যা', 'ব']],
  ['', []],
])('%j falls into letters that may stand apart', (text, letters) => {
  expect(listLetters(text)).toEqual(letters)
})

describe('words are found whole', () => {
  test.each([
    ['র\u200D্যাবের অভিযান', ['র\u200D্যাবের', 'অভিযান']],
    ['৭.৫ শতাংশ', ['৭.৫', 'শতাংশ']],
    ['তিনি গেছেন। ‘আসবেন?’', ['তিনি', 'গেছেন', 'আসবেন']],
    ['ঢাকা-চট্টগ্রাম', ['ঢাকা', 'চট্টগ্রাম']],
    [' \n।', []],
  ])('in %j', (text, words) => {
    expect(listWords(text)).toEqual(words)
  })
})

describe('a headline is shortened', () => {
  const HEADLINE = 'প্রথম উভচর অ্যাসল্ট জাহাজ উদ্বোধন চীনে'
  test.each([
    ['not at all when it fits', HEADLINE, 100, HEADLINE],
    ['not at all when it just fits', 'ঢাকা', 2, 'ঢাকা'],
    ['after a whole word', HEADLINE, 9, 'প্রথম উভচর…'],
    ['after a word that ends at the limit', 'ঢাকা গেছে', 3, 'ঢাকা…'],
    ['without the comma left hanging', 'পুতিনের ফোন, সম্পর্ক জোরদার', 8, 'পুতিনের ফোন…'],
    ['without the danda left hanging', 'তিনি গেছেন। আর ফেরেননি', 8, 'তিনি গেছেন…'],
    ['inside a word only when it is the first', 'অন্তর্বর্তী', 3, 'অন্ত…'],
    ['never between a hasanta and its letter', 'অ্যাব', 2, '…'],
    ['to its mark alone', 'ঢাকা গেছে', 1, '…'],
    ['to nothing below one', 'ঢাকা গেছে', 0, ''],
    ['with its ends trimmed', '  ঢাকা ', 9, 'ঢাকা'],
    ['at a line’s end too', 'ঢাকা\nগেছে কাল', 4, 'ঢাকা…'],
  ])('%s', (_, text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected)
  })

  const letters = fc.constantFrom(...'কতযরস্্ািোঁৎ ,।\u200C\u200D👧🏽a')
  const texts = fc.array(letters, { maxLength: 30 }).map((all) => normalizeText(all.join('')))

  test('never to more than was asked, never inside a letter', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, limit) => {
        const short = shorten(text, limit)
        const kept = short.replace(/…$/, '')
        expect(countGraphemes(short)).toBeLessThanOrEqual(limit)
        expect(text.trim().startsWith(kept)).toBe(true)
        if (short !== text.trim()) {
          expect(`${kept}|${text.trim().slice(kept.length)}`).not.toMatch(/\u09CD\u200C?\|\p{L}/u)
        }
      }),
    )
  })
})

test.each([
  ['স্ত্রী ও পুরুষ', 1, 'স্ত্রী'],
  ['বাংলাদেশ', 2, 'বাংলা'],
  ['বাংলাদেশ', 9, 'বাংলাদেশ'],
  ['বাংলা', 0, ''],
  ['', 3, ''],
])('of %s the first %i graphemes are “%s”', (text, most, first) => {
  expect(firstGraphemes(text, most)).toBe(first)
})

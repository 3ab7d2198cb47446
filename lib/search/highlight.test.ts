import { describe, expect, test } from 'vitest'
import { countGraphemes } from '@/lib/bengali/text/shorten'
import { excerptOf, markWords, matcherFor } from './highlight'
import { planSearch } from './search'

const matcher = (typed: string) => matcherFor(planSearch(typed)?.lexemes ?? new Set())

const marked = (typed: string, text: string) =>
  markWords(text, matcher(typed))
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

describe('the words that were looked for are marked as they are written', () => {
  test.each([
    ['ঢাকা', 'ঢাকার বাতাসে ধুলা', '[ঢাকার] বাতাসে ধুলা'],
    ['র্যাব', 'র‍্যাবের অভিযান', '[র‍্যাবের] অভিযান'],
    ['putin', 'চীনে পুতিন, শি', 'চীনে [পুতিন], শি'],
    ['bnp', 'বিএনপির সভা', '[বিএনপির] সভা'],
    ['500', '৫০০টি ঘর, ৫০০', '[৫০০টি] ঘর, [৫০০]'],
    ['১২৩৪৫৬৭', 'পেলেন ১২,৩৪,৫৬৭ ভোট', 'পেলেন [১২,৩৪,৫৬৭] ভোট'],
    ['দুজন', 'দু’জন আটক', '[দু’জন] আটক'],
    ['চট্টগ্রাম', 'ঢাকা-চট্টগ্রাম মহাসড়ক', 'ঢাকা-[চট্টগ্রাম] মহাসড়ক'],
    ['ইরান', '‘ইরান’কে নিয়ে', '‘[ইরান’কে] নিয়ে'],
    ['metro rail', 'মেট্রোরেলের রাত', '[মেট্রোরেলের] রাত'],
    ['ঢাকা', 'খুলনার খবর', 'খুলনার খবর'],
    ['ঢাকা', '', ''],
  ])('%s in “%s”', (typed, text, expected) => {
    expect(marked(typed, text)).toBe(expected)
  })

  test('the pieces joined are the text', () => {
    const text = '“ঢাকা”—চট্টগ্রাম: ১০.৫ শতাংশ; ঢাকায়।'

    expect(
      markWords(text, matcher('ঢাকা'))
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})

describe('the excerpt shows the first match', () => {
  const filler = 'নদীর পাড়ে সকাল থেকে মানুষের ভিড়। '.repeat(20)

  test('it begins with the sentence of the match', () => {
    const excerpt = excerptOf([`${filler}আজ ঢাকায় বৃষ্টি। ${filler}`], matcher('ঢাকা'))

    expect(excerpt).toMatch(/^আজ ঢাকায় বৃষ্টি।/)
  })

  test('in a long sentence it begins a few words before the match, and says so', () => {
    const long = 'নদীর পাড়ে সকাল থেকে মানুষের ভিড় আর '.repeat(10)

    const excerpt = excerptOf([`${long}ঢাকায় বৃষ্টি।`], matcher('ঢাকা')) ?? ''

    expect(excerpt.startsWith('… ')).toBe(true)
    expect(excerpt).toContain('ঢাকায়')
    expect(long).toContain(excerpt.slice(2, 12))
  })

  test('a text with a match goes before an earlier one without', () => {
    expect(excerptOf(['খুলনার খবর', 'ঢাকার খবর'], matcher('ঢাকা'))).toBe('ঢাকার খবর')
  })

  test('without a match there is none', () => {
    expect(excerptOf(['খুলনার খবর', 'বরিশালের খবর'], matcher('ঢাকা'))).toBeNull()
    expect(excerptOf([], matcher('ঢাকা'))).toBeNull()
  })

  test('it is short', () => {
    expect(countGraphemes(excerptOf([`ঢাকা ${filler}`], matcher('ঢাকা')) ?? '')).toBeLessThan(150)
  })
})

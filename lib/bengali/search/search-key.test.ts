import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchKey, searchWords } from './search-key'

const bengali = fc.string({
  unit: fc.constantFrom(
    ...Array.from({ length: 0x80 }, (_, i) => String.fromCodePoint(0x0980 + i)),
    ...' \u200c\u200d\u200b\ufeff-.,।/’aZ19',
    ...'র্য ৎ ো বো লো ছিলো ণ ঙ্গ',
  ),
  maxLength: 24,
})

describe('one key for one word, however it is written', () => {
  test.each([
    ['the two encodings of য়', 'সময়', 'সম\u09df'],
    ['the two encodings of ড়', 'বাড়ি', 'বা\u09dcি'],
    ['a split ো', 'ভোট', 'ভ\u09c7\u09beট'],
    ['আ typed as অ and া', 'আমি', 'অামি'],
    ['a nukta typed after its vowel sign', 'ছায়া', 'ছায\u09be\u09bc'],
    ['a vowel sign typed twice', 'ধরনের', 'ধরনেের'],
    ['ZWJ in র‍্য', 'র\u200d্যাব', 'র্যাব'],
    ['ZWNJ', 'রেজিস্ট্রি', 'রেজিস্\u200cট্রি'],
    ['a zero width space and a byte order mark', 'ঢাকা', '\ufeffঢা\u200bকা'],
    ['ৎ and ত্ within', 'উৎসব', 'উত্সব'],
    ['ৎ at the end', 'বিদ্যুৎ', 'বিদ্যুত্'],
    ['ী and ি', 'বাড়ী', 'বাড়ি'],
    ['ঈ and ই', 'ঈদ', 'ইদ'],
    ['ূ and ু', 'মূহুর্ত', 'মুহূর্ত'],
    ['a dropped candrabindu', 'চাঁদপুর', 'চাদপুর'],
    ['ঙ্ক and ংক', 'ব্যাঙ্ক', 'ব্যাংক'],
    ['ঙ at the end', 'রঙ', 'রং'],
    ['ঙা and ঙ্গা', 'বাঙালি', 'বাঙ্গালি'],
    ['ঙ্গ and ংগ', 'সঙ্গীত', 'সংগীত'],
    ['ণ and ন', 'ধরণের', 'ধরনের'],
    ['ণ্ট and ন্ট', 'ঘণ্টা', 'ঘন্টা'],
    ['ষ্ট and স্ট', 'খ্রিষ্টান', 'খ্রিস্টান'],
    ['ষ্ক and স্ক', 'পুরষ্কার', 'পুরস্কার'],
    ['শ and স in শনাক্ত', 'সনাক্তকরণ', 'শনাক্তকরণ'],
    ['ষ and শ in পোশাক', 'পোষাক', 'পোশাক'],
    ['ফ and প in গ্রেপ্তার', 'গ্রেফতার', 'গ্রেপ্তার'],
    ['ও as letter or as sign', 'আরও', 'আরো'],
    ['ও after ন', 'কোনও', 'কোনো'],
    ['the last ো of a future', 'করবো', 'করব'],
    ['the last ো of a past', 'বললো', 'বলল'],
    ['the last ো of a far past', 'গিয়েছিলো', 'গিয়েছিল'],
    ['the last ো of ভালো', 'ভালো', 'ভাল'],
    ['the visarga of মোঃ', 'মোঃ', 'মো.'],
    ['Assamese ৰ and ৱ', '\u09f0ব', 'রব'],
    ['digits', '২০২৪', '2024'],
    ['grouped digits', '১২,৩৪,৫৬৭', '1234567'],
    ['an apostrophe', 'দু’জন', 'দুজন'],
    ['capitals and accents', 'Beyoncé', 'BEYONCE'],
  ])('%s', (_, left, right) => {
    expect(searchKey(left)).toBe(searchKey(right))
  })
})

describe('different words keep different keys', () => {
  test.each([
    ['কোন', 'কোণ'],
    ['কোনের', 'কোণের'],
    ['মন', 'মণ'],
    ['বিনা', 'বীণা'],
    ['পুরান', 'পুরাণ'],
    ['আশা', 'আসা'],
    ['ভাষা', 'ভাসা'],
    ['শব', 'সব'],
    ['বিষ', 'বিশ'],
    ['সাকিব', 'শাকিব'],
    ['হলো', 'হল'],
    ['কালো', 'কাল'],
    ['বারো', 'বার'],
    ['কালও', 'কালো'],
    ['পাড়', 'পার'],
    ['বৃষ্টি', 'বষট'],
  ])('%s and %s', (left, right) => {
    expect(searchKey(left)).not.toBe(searchKey(right))
  })
})

describe('the words of a text', () => {
  test.each([
    ['ঢাকা-চট্টগ্রাম মহাসড়ক।', ['ঢাকা', 'চট্টগ্রাম', 'মহাসড়ক']],
    ['জিডিপি বেড়েছে ৭.৫ শতাংশ।', ['জিডিপি', 'বেড়েছে', '7.5', 'শতাংশ']],
    ['২০২৪/২৫ অর্থবছর', ['2024', '25', 'অর্থবছর']],
    ['ড. মো. ইউনূস', ['ড', 'মো', 'ইউনুস']],
    ['বিএনপি’র সভা ৳ ১০টি', ['বিএনপির', 'সভা', '10টি']],
    ['১, ২, ৩', ['1', '2', '3']],
    ['২০১৯,২০২০', ['2019', '2020']],
    ['।। — …', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words.map((word) => word.normalize('NFC')))
  })
})

describe('for every text', () => {
  test.each([
    ['in Bengali letters', bengali],
    ['in any letters', fc.string({ unit: 'binary', maxLength: 24 })],
  ])('the key of a key is the key, %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('a key is letters, marks, digits, single spaces and decimal points', () => {
    fc.assert(
      fc.property(bengali, (text) => {
        expect(searchKey(text)).toMatch(/^(?:[\p{L}\p{M}\p{N}.]+(?: [\p{L}\p{M}\p{N}.]+)*)?$/u)
      }),
    )
  })

  test('the key of a text is the keys of its words, joined', () => {
    fc.assert(
      fc.property(bengali, (text) => {
        expect(searchWords(text).join(' ')).toBe(searchKey(text))
      }),
    )
  })
})

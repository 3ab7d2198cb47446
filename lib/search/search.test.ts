import { describe, expect, test } from 'vitest'
import type { Body } from '@/lib/content-model/body'
import { searchRowOf } from '@/lib/search-index/search-words'
import { planSearch } from './search'

const plan = (typed: string) => {
  const made = planSearch(typed)
  if (!made) throw new Error(`“${typed}” has no plan`)
  return made
}

const paragraph = (text: string): Body[number] => ({ kind: 'paragraph', content: [{ text }] })

/** As the database answers: every term has a lexeme among the story's. */
function finds(typed: string, headline: string): boolean {
  const { words } = searchRowOf({ headline, body: [] })
  const lexemes = new Set(words.split(' '))
  return plan(typed).terms.every((term) =>
    term
      .slice(1, -1)
      .split(' | ')
      .some((lexeme) => lexemes.has(lexeme)),
  )
}

const pairs: [typed: string, headline: string, why: string][] = [
  ['র‍্যাব', 'র‍্যাবের অভিযানে আটক তিন', 'with ZWJ'],
  ['র্যাব', 'র‍্যাবের অভিযানে আটক তিন', 'without ZWJ'],
  ['র‍্যাব', 'র্যাব মহাপরিচালকের সফর', 'a text without ZWJ'],
  ['ইরান', 'ইরানের প্রেসিডেন্ট নিহত', '-এর'],
  ['ইরানের', 'ইরানকে সতর্ক করল জাতিসংঘ', 'one ending for another'],
  ['নির্বাচন', 'নির্বাচনে প্রার্থী ১২ জন', '-এ'],
  ['নির্বাচনের', 'উপজেলা নির্বাচন আজ', 'an ending only in the query'],
  ['ঢাকায়', 'ঢাকার বাতাস আজ ভালো', '-য় and -র'],
  ['ঢাকা', 'ঢাকা-চট্টগ্রাম মহাসড়কে যানজট', 'a part of a compound'],
  ['500', '৫০০ টাকার নোট', 'Latin digits'],
  ['৫০০', '500 টাকার নোট', 'Bengali digits'],
  ['৫০০', '৫০০টি ঘর হস্তান্তর', 'a number with its classifier'],
  ['১২৩৪৫৬৭', '১২,৩৪,৫৬৭ ভোট পেলেন', 'a grouped number'],
  ['৭.৫', 'ভূমিকম্পের মাত্রা ৭.৫', 'a decimal stays whole'],
  ['আরো', 'আরও বৃষ্টি হতে পারে', 'আরো for আরও'],
  ['আরও', 'আরো বৃষ্টি হতে পারে', 'আরও for আরো'],
  ['বাড়ী', 'বাড়ি ফিরলেন জেলেরা', 'long ী'],
  ['চাঁদ', 'ঈদের চাদ দেখা কমিটি', 'candrabindu left out'],
  ['তেতুলিয়া', 'কুয়াশায় মোড়া তেঁতুলিয়া', 'candrabindu left out in the query'],
  ['ঘন্টা', 'টানা দুই ঘণ্টা বৃষ্টি', 'ণ and ন'],
  ['ব্যাঙ্ক', 'ব্যাংকে সুদের হার', 'ঙ্ক and ংক'],
  ['বিদ্যুৎ', 'বিদ্যুতের দাম বাড়ল', 'ৎ and ত'],
  ['পুলিস', 'পুলিশের মামলা', 'two spellings of one word'],
  ['দুজন', 'দু’জন আটক', 'an apostrophe inside'],
  ['putin', 'পুতিনের চীন সফর', 'Latin for an inflected name'],
  ['Putin', 'পুতিন আবার প্রেসিডেন্ট', 'capitals'],
  ['dhaka', 'ঢাকায় মেট্রোরেল বন্ধ', 'Latin for a city'],
  ['DHAKA', 'ঢাকার তাপমাত্রা', 'all capitals'],
  ['BNP', 'বিএনপির সমাবেশ', 'letters of an initialism'],
  ['bnp', 'বিএনপি নেতা গ্রেপ্তার', 'small letters of an initialism'],
  ['বিএনপি', 'BNP নেতার বিবৃতি', 'a Latin initialism in the text'],
  ['chattogram', 'চট্টগ্রামে জাহাজে আগুন', 'the present spelling'],
  ['chittagong', 'চট্টগ্রাম বন্দরে জট', 'the traditional spelling'],
  ['iran', 'ইরানের হামলা', 'Latin for a country'],
  ['sheikh hasina', 'শেখ হাসিনার ভাষণ', 'two Latin words'],
  ['metro rail', 'রাত বাড়ল মেট্রোরেলের', 'two words written as one'],
  ['putin চীন', 'পুতিনের চীন সফর', 'both scripts at once'],
  ['হাসিনা শেখ', 'শেখ হাসিনার ভাষণ', 'any order'],
  ['ঢাকা ও চট্টগ্রাম', 'চট্টগ্রাম, ঢাকা উত্তাল', 'words that say nothing are passed over'],
  ['“ইরান”?', 'ইরানের প্রেসিডেন্ট', 'signs around words'],
  ['ঈদ', 'ঈদে বাড়ি ফেরা', 'a short word'],
  ['মা', 'মায়ের কাছে ফেরা', 'a word of one syllable'],
  ['iPhone', 'নতুন iPhone এল', 'a Latin word in the text'],
]

describe('a search finds the story, whatever its endings, spelling and script', () => {
  test.each(pairs)('%s finds %s (%s)', (typed, headline) => {
    expect(finds(typed, headline)).toBe(true)
  })
})

describe('a search does not find another word', () => {
  test.each([
    ['কর', 'করোনার নতুন ধরন'],
    ['আশা', 'আসামির জামিন'],
    ['সাকিব', 'শাকিব খানের ছবি'],
    ['putin', 'পটিয়ায় দুর্ঘটনা'],
    ['পুতিন', 'পাটুনি পাড়ার গল্প'],
    ['৫০', '৫০০ টাকার নোট'],
    ['ঢাকা চট্টগ্রাম', 'ঢাকার বাতাস'],
    ['BNP', 'জাপার সমাবেশ'],
  ])('%s does not find %s', (typed, headline) => {
    expect(finds(typed, headline)).toBe(false)
  })
})

describe('what cannot be looked for has no plan', () => {
  test.each(['', ' ', 'ক', 'x', '৭', '?!।', '‍', '()&|!:*', '👍'])('“%s”', (typed) => {
    expect(planSearch(typed)).toBeNull()
  })

  test.each(['মা', 'ঈদ', 'ব্যা', '৭১', 'uk'])('%s is long enough', (typed) => {
    expect(planSearch(typed)).not.toBeNull()
  })
})

describe('the plan is a tsquery whatever was typed', () => {
  test.each(["o'reilly", "'; drop table", 'a\\b cd', '!ঢাকা | & <-> :*', "'ঢাকা'", '<script>alert(1)'])(
    '%s',
    (typed) => {
      const lexeme = String.raw`'[~=]{0,2}[\p{L}\p{M}\p{N}.]+'`

      for (const term of plan(typed).terms)
        expect(term).toMatch(new RegExp(`^\\(${lexeme}(?: \\| ${lexeme})*\\)$`, 'u'))
    },
  )

  test('a word typed twice is looked for once', () => {
    expect(plan('ঢাকা ঢাকা ঢাকা').terms).toHaveLength(1)
  })

  test('a single word is no phrase', () => {
    expect(plan('ঢাকা').phrase).toBeNull()
    expect(plan('মেট্রো রেল').phrase).toContain(' <-> ')
  })

  test('only words that say nothing are looked for as they are', () => {
    expect(plan('এবং').terms).toEqual(["('এবং')"])
  })
})

describe('the words of a story', () => {
  test('weigh by where they stand: headline and kicker A, intro B', () => {
    const { top } = searchRowOf({
      headline: 'সেতু খুলল',
      kicker: 'পদ্মা',
      standfirst: 'প্রথম গাড়ি',
      body: [paragraph('মাওয়া প্রান্তে ভিড়')],
    })

    expect(top).toContain("'সেতু':1A")
    expect(top).toMatch(/'পদ্মা':\d+A/)
    expect(top).toMatch(/'গাড়ি':\d+B/)
    expect(top).not.toContain('মাওয়া')
  })

  test('the first paragraph is the intro where there is no standfirst', () => {
    const { top } = searchRowOf({ headline: 'সেতু', body: [paragraph('মাওয়া'), paragraph('জাজিরা')] })

    expect(top).toContain('মাওয়া')
    expect(top).not.toContain('জাজিরা')
  })

  test('the last word of the headline and the first of the intro are no neighbours', () => {
    const { top } = searchRowOf({ headline: 'সেতু', standfirst: 'গাড়ি', body: [] })
    const place = (word: string) => Number(new RegExp(`'${word}':(\\d+)`).exec(top)?.[1])

    expect(place('গাড়ি') - place('সেতু')).toBeGreaterThan(5)
  })

  test('a story of a headline alone has words', () => {
    expect(searchRowOf({ headline: 'ইরানের প্রেসিডেন্ট নিহত', body: [] }).words).toContain("'ইরান'")
  })

  test('a body as large as a form can send fits into a tsvector', () => {
    const letters = 'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'
    const word = (n: number) =>
      Array.from({ length: 50 }, (_, at) => letters[(n >> (at % 17)) % letters.length]).join('')
    const text = Array.from({ length: 8_000 }, (_, n) => word(n)).join(' ')

    const { words } = searchRowOf({ headline: 'সেতু', body: [paragraph(text)] })

    expect(Buffer.byteLength(words)).toBeLessThan(1_000_000)
  })

  test('a word longer than a word can be is cut the same in text and query', () => {
    const long = 'ক'.repeat(3_000)

    expect(finds(long, long)).toBe(true)
    expect(
      Math.max(
        ...searchRowOf({ headline: long, body: [] })
          .words.split(' ')
          .map((w) => Buffer.byteLength(w)),
      ),
    ).toBeLessThan(2_046)
  })
})

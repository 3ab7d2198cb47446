import { describe, expect, test } from 'vitest'
import { applyAll, applyFix, checkStyle } from './house-style'
import { PATTERNS, SPELLINGS } from './house-style-rules'

const nfc = (text: string) => text.normalize('NFC')
const rules = (text: string) => checkStyle(text).map(({ rule }) => rule)

describe('what the paper has decided is pointed out, and put right on request', () => {
  test.each([
    // marks and spaces
    ['space-before-mark', 'সচিবালয়ে আগুন : রিজভী', 'সচিবালয়ে আগুন: রিজভী'],
    ['space-before-mark', 'তিনি এসেছেন ।', 'তিনি এসেছেন।'],
    ['space-before-mark', 'ঢাকা , সিলেট', 'ঢাকা, সিলেট'],
    ['space-before-mark', 'কেন ?', 'কেন?'],
    ['space-before-mark', 'মোট ২০ , আহত ৫', 'মোট ২০, আহত ৫'],
    ['space-after-mark', 'উচ্চতায় পৌঁছেছে:পররাষ্ট্র উপদেষ্টা', 'উচ্চতায় পৌঁছেছে: পররাষ্ট্র উপদেষ্টা'],
    ['space-after-mark', 'উজ্জ্বল অভিষিক্ত বশ,চালকের আসনে', 'উজ্জ্বল অভিষিক্ত বশ, চালকের আসনে'],
    ['space-after-mark', 'তিনি এলেন।সবাই দাঁড়াল।', 'তিনি এলেন। সবাই দাঁড়াল।'],
    ['space-after-mark', 'তিনি বলেন,“আসব', 'তিনি বলেন, “আসব'],
    ['space-after-mark', 'তিনি গেলেন।২০ জন রইল।', 'তিনি গেলেন। ২০ জন রইল।'],
    ['double-space', 'দুই  শব্দ', 'দুই শব্দ'],
    ['three-dots', 'কে জানে...', 'কে জানে…'],
    ['three-dots', 'কে জানে.....', 'কে জানে…'],
    ['spaced-hyphen', 'একটি কথা - খুব জরুরি', 'একটি কথা — খুব জরুরি'],
    ['spaced-hyphen', 'একটি কথা -- খুব জরুরি', 'একটি কথা — খুব জরুরি'],
    ['colon-for-visarga', 'দু:খ প্রকাশ', 'দুঃখ প্রকাশ'],
    ['colon-for-visarga', 'নি:স্ব মানুষ', 'নিঃস্ব মানুষ'],
    ['quote-direction', '“সব আছে।“', '“সব আছে।”'],
    ['mixed-quotes', '“এক” ও "দুই', '“এক” ও “দুই'],
    ['mixed-quotes', '“এক। তিনি বলেন"', '“এক। তিনি বলেন”'],
    ['mixed-quotes', "‘এক’ ও 'দুই", '‘এক’ ও ‘দুই'],
    ['latin-full-stop', 'তিনি এসেছেন. সবাই খুশি।', 'তিনি এসেছেন। সবাই খুশি।'],
    ['latin-full-stop', 'তিনি এসেছেন.', 'তিনি এসেছেন।'],
    ['latin-full-stop', '“তিনি এসেছেন.”', '“তিনি এসেছেন।”'],
    ['missing-danda', 'তিনি এলেন। সবাই দাঁড়াল', 'তিনি এলেন। সবাই দাঁড়াল।'],
    // numbers and repeated words
    ['mixed-digits', '২০23 সালে', '২০২৩ সালে'],
    ['mixed-digits', 'মোট 1,২৩4.5 টাকা', 'মোট ১,২৩৪.৫ টাকা'],
    ['doubled-word', 'তিনি এবং এবং আমি', 'তিনি এবং আমি'],
    ['doubled-word', 'কাজ হয়েছে হয়েছে', 'কাজ হয়েছে'],
    ['spelling-o', 'টাকা নেয়ায় মামলা', 'টাকা নেওয়ায় মামলা'],
    // spellings: a sample of each table, with endings
    ['spelling-o', 'আরো শক্তিশালী', 'আরও শক্তিশালী'],
    ['spelling-o', 'এখনো আসেনি', 'এখনও আসেনি'],
    ['spelling-o', 'কারো কিছু নেই', 'কারও কিছু নেই'],
    ['spelling-o', 'কোনও কথা', 'কোনো কথা'],
    ['spelling-o', 'দায়িত্ব দেয়া হলো', 'দায়িত্ব দেওয়া হলো'],
    ['spelling-o', 'ব্যবস্থা নেয়ার কথা', 'ব্যবস্থা নেওয়ার কথা'],
    ['spelling-o', 'ভাল খবর', 'ভালো খবর'],
    ['spelling-o', 'যে কোন দিন', 'যেকোনো দিন'],
    ['spelling-i', 'সরকারী কাজ', 'সরকারি কাজ'],
    ['spelling-i', 'বেসরকারীভাবে', 'বেসরকারিভাবে'],
    ['spelling-i', 'বেশী দাম', 'বেশি দাম'],
    ['spelling-i', 'বাড়ীর পাশে', 'বাড়ির পাশে'],
    ['spelling-i', 'বাংলাদেশীদের', 'বাংলাদেশিদের'],
    ['spelling-i', 'বাংলা একাডেমী', 'বাংলা একাডেমি'],
    ['spelling-i', 'জানুয়ারীতে', 'জানুয়ারিতে'],
    ['spelling-i', 'তৈরী পোশাক', 'তৈরি পোশাক'],
    ['spelling-foreign', '২০২৪ খৃষ্টাব্দ', '২০২৪ খ্রিষ্টাব্দ'],
    ['spelling-foreign', 'খ্রিস্টাব্দের', 'খ্রিষ্টাব্দের'],
    ['spelling-foreign', 'ইদের ছুটি', 'ঈদের ছুটি'],
    ['spelling-st', 'আগষ্ট মাস', 'আগস্ট মাস'],
    ['spelling-st', 'রেল ষ্টেশন', 'রেল স্টেশন'],
    ['spelling-n', 'এক ঘন্টা', 'এক ঘণ্টা'],
    ['spelling-n', 'এ ধরণের', 'এ ধরনের'],
    ['spelling-common', 'পুরষ্কার', 'পুরস্কার'],
    ['spelling-u', 'দূর্নীতির মামলা', 'দুর্নীতির মামলা'],
    ['spelling-u', 'মুহুর্তে', 'মুহূর্তে'],
    ['spelling-ng', 'অর্থসংকট, সঙ্কট', 'অর্থসংকট, সংকট'],
    ['spelling-common', 'ইতিমধ্যেই', 'ইতোমধ্যেই'],
    ['spelling-common', 'মন্ত্রীসভার বৈঠক', 'মন্ত্রিসভার বৈঠক'],
    ['spelling-whole', 'আসবেন কিনা', 'আসবেন কি না'],
    ['spelling-visarga', 'মোঃ রহিম', 'মো. রহিম'],
    ['spelling-visarga', 'ডাঃ. করিম', 'ডা. করিম'],
    ['spelling-whole', 'ভবিষ্যত কী', 'ভবিষ্যৎ কী'],
  ])('%s: %s', (rule, before, after) => {
    const text = nfc(before)

    expect(rules(text)).toEqual([rule])
    expect(applyAll(text)).toBe(nfc(after))
    expect(checkStyle(applyAll(text))).toEqual([])
  })

  test('a word with precomposed য় is found and put right all the same', () => {
    expect(applyAll('দে\u09dfা')).toBe(nfc('দেওয়া'))
  })
})

describe('what is right is left alone', () => {
  test.each([
    ['reduplication', 'বড় বড় বাড়ি, ধীরে ধীরে, বার বার, সঙ্গে সঙ্গে, দিন দিন, যে যে, কে কে, থেকে থেকে'],
    ['reduplication', 'হাসতে হাসতে, ভিন্ন ভিন্ন, মাঝে মাঝে, করে করে, না না'],
    ['a repeated word across a comma', 'আছে কিন্তু, কিন্তু নেই'],
    ['titles', 'মো. রহিম, ডা. করিম, ড. ইউনূস, অধ্যা. সেন'],
    ['initials', 'এ. কে. ফজলুল হক, বি.এ. পাস, এম.এ., আ. লীগ'],
    ['a limited company', 'কোম্পানি লি. এর'],
    ['times, ratios and scores', '০৮:০২ পিএম, ২ : ১ গোলে, ৩:২'],
    ['grouped figures', '১২,৩৪,৫৬৭.৫০ টাকা, ১২.৫ শতাংশ, 2,500.75'],
    ['a date in each kind of digit', '২০/০৫/২০২৪ ও 20/05/2024'],
    ['a range', '৫ - ৭ দিন, ঢাকা-চট্টগ্রাম'],
    [
      'addresses',
      'https://example.com/ক,খ:গ...ঘ www.example.com/a,b desk..x@example.com example.com.bd/সরকারী',
    ],
    ['consistent straight quotes', '"এক" ও "দুই"'],
    ['consistent curly quotes', '“এক” ও ‘দুই’'],
    ['apostrophes', "‘এক’ O'Brien, শা'বান"],
    ['feet and inches', '“লম্বা” ৫\'৬" উচ্চতা'],
    ['a bar between stamps', '২০ মে ২০২৪ | আপডেট'],
    ['a headline has no danda', 'ইরানের অন্তর্বর্তী প্রেসিডেন্টকে পুতিনের ফোন, সম্পর্ক জোরদারের অঙ্গীকার'],
    ['a headline above prose', 'সম্পর্ক জোরদারের অঙ্গীকার\n\nতিনি বলেন। সবাই শোনে।'],
    ['a paragraph that ends in a quotation', 'তিনি বলেন। “সবাই শোনে।”'],
    ['দেশীয় is no form of দেশী', 'দেশীয় শিল্প, আরবীয় ঘোড়া'],
    ['ভবিষ্যতে and জগতের are right', 'ভবিষ্যতে জগতের'],
    ['other words with the same letters', 'দেয়াল, নেয়ামত, আরোহী, ভালুক, ইদানীং, কোনটি, ধরণী'],
    ['preferred spellings', 'আরও সরকারি বেশি দেওয়া নেওয়া কি না খ্রিষ্টাব্দ ঈদ ইতোমধ্যে ঘণ্টা মো.'],
    ['র‍্য and ZWNJ', 'র‍্যাব, উদ্‌যাপন'],
    ['English', 'He said: "OK, fine." - and left.'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(checkStyle(nfc(text))).toEqual([])
  })
})

describe('findings', () => {
  const text = nfc('সরকারী কাজ  : দেয়া হলো,তারপর ২০23. শেষ...')

  test('come in order of position, do not overlap, and carry Bengali words for the editor', () => {
    const findings = checkStyle(text)

    expect(findings.length).toBeGreaterThanOrEqual(5)
    for (const [i, finding] of findings.entries()) {
      expect(finding.start).toBeGreaterThanOrEqual(findings[i - 1]?.end ?? 0)
      expect(finding.message).toMatch(/\p{Script=Bengali}/u)
    }
  })

  test('one finding is put right without touching the others', () => {
    const [first] = checkStyle(text)

    expect(first && applyFix(text, first)).toBe(text.replace('সরকারী', 'সরকারি'))
  })

  test('a quote with space on both sides is for the editor to decide', () => {
    const loose = '“এক” বলেন " এটি'

    expect(checkStyle(loose)).toMatchObject([{ rule: 'mixed-quotes', suggestion: null }])
    expect(applyAll(loose)).toBe(loose)
  })

  test('a long text takes time in proportion to its length', () => {
    const pieces = [
      'a',
      'a-',
      'a.',
      '@',
      ' ',
      '.',
      '-',
      ' - ',
      '১',
      '১2,',
      'ক',
      'ক.',
      '"',
      "“'",
      ' ,',
      '।',
      'এবং ',
      'http://',
    ]
    const hostile = [text, ...pieces].map((piece) => piece.repeat(20000))
    const start = performance.now()

    for (const one of [...hostile, hostile.join('\n')]) checkStyle(one)

    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe('the tables', () => {
  const pairs = SPELLINGS.flatMap(({ words, swap: [from = '', to = ''] = [] }) =>
    words
      .flatMap((line) => line.split(' '))
      .map((word) => {
        const [avoid = '', prefer = from ? avoid.replace(from, to) : ''] = word
          .replaceAll('_', ' ')
          .split(':')
        return { avoid, prefer }
      }),
  )

  test('hold each spelling once, with a different one to prefer', () => {
    expect(pairs.length).toBeGreaterThan(120)
    expect(pairs.filter(({ avoid, prefer }) => !avoid || !prefer || avoid === prefer)).toEqual([])
    expect(new Set(pairs.map(({ avoid }) => avoid)).size).toBe(pairs.length)
  })

  test('prefer nothing that they also avoid', () => {
    expect(pairs.filter(({ prefer }) => checkStyle(nfc(prefer)).length > 0)).toEqual([])
  })

  test('have patterns that search the whole text', () => {
    expect(PATTERNS.filter(({ pattern }) => pattern.flags !== 'gu')).toEqual([])
  })
})

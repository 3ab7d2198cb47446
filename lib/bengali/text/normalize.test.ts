import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasBengali, normalizeText, plainLetters } from './normalize'

type Cases = [promise: string, typed: string, stored: string][]

describe('one spelling is stored for each thing seen', () => {
  const cases: Cases = [
    ['precomposed ড়', '\u09AC\u09BE\u09DC\u09BF', '\u09AC\u09BE\u09A1\u09BC\u09BF'],
    ['precomposed ঢ়', '\u0986\u09B7\u09BE\u09DD', '\u0986\u09B7\u09BE\u09A2\u09BC'],
    ['precomposed য়', '\u09B8\u09AE\u09DF', '\u09B8\u09AE\u09AF\u09BC'],
    ['already decomposed', '\u09B8\u09AE\u09AF\u09BC', '\u09B8\u09AE\u09AF\u09BC'],
    ['ে + া', '\u09AD\u09C7\u09BE\u099F', 'ভোট'],
    ['া + ে', '\u09AD\u09BE\u09C7\u099F', 'ভোট'],
    ['ে + ৗ', '\u09A8\u09C7\u09D7\u0995\u09BE', 'নৌকা'],
    ['ৗ + ে', '\u09A8\u09D7\u09C7\u0995\u09BE', 'নৌকা'],
    ['ৗ alone after a consonant', '\u09A8\u09D7\u0995\u09BE', 'নৌকা'],
    ['অ + া', '\u0985\u09BE\u0997\u09C1\u09A8', 'আগুন'],
    ['অ + া + ঁ', '\u0985\u09BE\u0981\u0995\u09BE', 'আঁকা'],
    ['ঋ + ৃ', '\u098B\u09C3', '\u09E0'],
    ['ঌ + ৢ', '\u098C\u09E2', '\u09E1'],
    ['candrabindu before া', '\u099A\u0981\u09BE\u09A6', 'চাঁদ'],
    ['candrabindu before ি', '\u09AA\u0981\u09BF\u09AA\u09DC\u09BE', 'পিঁপ\u09A1\u09BC\u09BE'],
    ['candrabindu inside a split ো', '\u09A7\u09C7\u0981\u09BE\u09AF\u09BC\u09BE', 'ধোঁয\u09BCা'],
    ['candrabindu where it belongs', 'চাঁদ', 'চাঁদ'],
    ['candrabindu typed twice', '\u099A\u09BE\u0981\u0981\u09A6', 'চাঁদ'],
    ['nukta after া', '\u09AC\u09BE\u09A1\u09BE\u09BC', 'বা\u09A1\u09BCা'],
    ['nukta after ে', '\u09AA\u09C7\u09AF\u09C7\u09BC', 'পে\u09AF\u09BCে'],
    ['nukta after ো', '\u09AF\u09CB\u09BC', '\u09AF\u09BCো'],
    ['nukta after candrabindu', '\u09AF\u0981\u09BC', '\u09AF\u09BC\u0981'],
    ['nukta after hasanta', '\u09A1\u09CD\u09BC\u0997', '\u09A1\u09BC\u09CD\u0997'],
    ['nukta typed twice', 'মিডি\u09AF\u09BC\u09BCা', 'মিডি\u09AF\u09BCা'],
    ['nukta on a precomposed letter', '\u09A8\u09DF\u09BC', '\u09A8\u09AF\u09BC'],
    ['nukta under র', 'রবিবার\u09BC', 'রবিবার'],
    ['nukta after a sign no letter carries it with', 'হচ্ছে\u09BC।', 'হচ্ছে।'],
    ['nukta on its own', 'ঢাকা \u09BC', 'ঢাকা '],
    ['nukta on a letter of a borrowed sound', '\u099C\u09BCাকির', '\u099C\u09BCাকির'],
    ['র written as ব with a nukta', '\u09AC\u09BC\u09BE\u099C\u09BE', 'রাজা'],
    ['hasanta typed twice', 'ক\u09CD\u09CDষ', 'ক্ষ'],
    ['a split ো in running text', 'এই র\u09C7\u09BEগ', 'এই রোগ'],
  ]
  test.each(cases)('%s', (_, typed, stored) => {
    expect(normalizeText(typed)).toBe(stored)
  })
})

describe('a joiner stays where it changes what is read, and nowhere else', () => {
  const RAB = '\u09B0\u200D\u09CD\u09AF\u09BE\u09AC'
  const cases: Cases = [
    ['র‍্যাব in Unicode’s order', RAB, RAB],
    ['র‍্যাব with ZWNJ', '\u09B0\u200C\u09CD\u09AF\u09BE\u09AC', RAB],
    ['র‍্যাব with ZWJ after hasanta', '\u09B0\u09CD\u200D\u09AF\u09BE\u09AC', RAB],
    ['র‍্যাব with two joiners', '\u09B0\u200D\u200D\u09CD\u09AF\u09BE\u09AC', RAB],
    ['র‍্যালি of the news data', 'র\u200C্যালি', 'র\u200D্যালি'],
    ['Assamese ৰ‍্য', '\u09F0\u200C\u09CD\u09AF', '\u09F0\u200D\u09CD\u09AF'],
    ['the reph of কার্য', 'কার্য', 'কার্য'],
    ['র‍্ before another consonant', 'র\u200D্ব', 'র\u200D্ব'],
    ['ZWJ before the ya-phalaa of ব', 'ব\u200D\u09CDযবহার', 'ব্যবহার'],
    ['ZWNJ before the ya-phalaa of ব', 'ব\u200C\u09CDযবহার', 'ব্যবহার'],
    ['ZWJ in অ্যা', '\u0985\u200D\u09CD\u09AF\u09BE', '\u0985\u09CD\u09AF\u09BE'],
    ['ZWNJ in অ্যা', '\u0985\u200C\u09CD\u09AF\u09BE', '\u0985\u09CD\u09AF\u09BE'],
    ['open hasanta with ZWNJ', 'ম্যাসাচুসেট্\u200Cসের', 'ম্যাসাচুসেট্\u200Cসের'],
    ['open hasanta with ZWJ', 'ক\u09CD\u200Dষ', 'ক\u09CD\u200Cষ'],
    ['ZWNJ after a final hasanta', 'বাক্\u200C', 'বাক্'],
    ['ZWNJ after a hasanta before a space', 'বাক্\u200C ও', 'বাক্ ও'],
    ['ZWJ after a final hasanta', 'বাক্\u200D', 'বাক্'],
    ['legacy ৎ at the end', '\u09B9\u09A0\u09BE\u09A4\u09CD\u200D', 'হঠাৎ'],
    ['legacy ৎ inside a word', '\u0989\u09A4\u09CD\u200D\u09B8\u09AC', 'উৎসব'],
    ['legacy ৎ under a reph', 'ভর্\u09A4\u09CD\u200Dসনা', 'ভর্ৎসনা'],
    ['ত্ with ZWNJ before a consonant', 'ত্\u200Cম', 'ত্\u200Cম'],
    ['joiner between plain letters', 'ঢা\u200Dকা', 'ঢাকা'],
    ['joiner before a vowel sign', 'হ\u200Cুমকি', 'হুমকি'],
    ['joiner at the start', '\u200Cঢাকা', 'ঢাকা'],
    ['joiner between Latin letters', 'Da\u200Cily', 'Daily'],
    ['joiner between Latin and Bengali', 'TV\u200Dতে', 'TVতে'],
    ['a family emoji', '👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
    ['an emoji with a skin tone', '👩🏽\u200D🚀', '👩🏽\u200D🚀'],
    ['a heart on fire', '❤️\u200D🔥', '❤️\u200D🔥'],
    ['a Persian word', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a Hindi conjunct', 'क्\u200Dष', 'क्\u200Dष'],
  ]
  test.each(cases)('%s', (_, typed, stored) => {
    expect(normalizeText(typed)).toBe(stored)
  })
})

describe('what is not seen is not stored', () => {
  const cases: Cases = [
    ['byte order mark', '\uFEFFঢাকা', 'ঢাকা'],
    ['soft hyphen', 'স্বা\u00ADধীনতা', 'স্বাধীনতা'],
    ['zero-width space', 'আজ\u200Bকে', 'আজকে'],
    ['word joiner', 'ক\u2060খ', 'কখ'],
    ['bidi override', 'user\u202Egnp.exe', 'usergnp.exe'],
    ['bidi isolates', '\u2067ঢাকা\u2069', 'ঢাকা'],
    ['bidi marks', 'ঢাকা\u200E, \u200Fসিলেট', 'ঢাকা, সিলেট'],
    ['NUL', 'ঢা\u0000কা', 'ঢাকা'],
    ['escape and bell', '\u001B[31mঢাকা\u0007', '[31mঢাকা'],
    ['C1 control', 'ক\u0092খ', 'কখ'],
    ['noncharacter', 'ক\uFFFEখ', 'কখ'],
    ['tag characters', 'ক\u{E0041}\u{E0042}', 'ক'],
  ]
  test.each(cases)('%s', (_, typed, stored) => {
    expect(normalizeText(typed)).toBe(stored)
  })

  test('the tags of a flag are seen, and stay', () => {
    const scotland = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'

    expect(normalizeText(scotland)).toBe(scotland)
  })
})

describe('spaces and lines', () => {
  const cases: Cases = [
    ['NBSP is a space', 'জনগণকেও\u00A0সতর্ক', 'জনগণকেও সতর্ক'],
    ['a run is one space', 'ক  \u2003 খ', 'ক খ'],
    ['a tab is a space', 'ক\tখ', 'ক খ'],
    ['ends are kept for the caller to trim', '  ক  ', ' ক '],
    ['CRLF is a newline', 'ক\r\nখ', 'ক\nখ'],
    ['a lone CR is a newline', 'ক\rখ', 'ক\nখ'],
    ['the line separator is a newline', 'ক\u2028খ', 'ক\nখ'],
    ['Word’s line break is a newline', 'ক\vখ', 'ক\nখ'],
    ['blank lines stay', 'ক\n\n\nখ', 'ক\n\n\nখ'],
    ['spaces left side by side by a dropped character', 'ক \u200B খ', 'ক খ'],
  ]
  test.each(cases)('%s', (_, typed, stored) => {
    expect(normalizeText(typed)).toBe(stored)
  })
})

describe('a bar that ends a Bengali sentence is a danda', () => {
  const cases: Cases = [
    ['at the end', 'তিনি গেছেন|', 'তিনি গেছেন।'],
    ['before a space', 'গেছেন| তিনি', 'গেছেন। তিনি'],
    ['between words', 'গেছেন|তিনি', 'গেছেন।তিনি'],
    ['before a quote', 'গেছেন|’', 'গেছেন।’'],
    ['at a line’s end', 'গেছেন|\nতিনি', 'গেছেন।\nতিনি'],
    ['after a year', '২০২৪| তিনি', '২০২৪। তিনি'],
    ['the currency sign ৷ used as one', 'গেছেন\u09F7 তিনি', 'গেছেন। তিনি'],
    ['not between the stamps of a story', '০৮:০২ পিএম | আপডেট', '০৮:০২ পিএম | আপডেট'],
    ['not between figures', '৩|৪', '৩|৪'],
    ['not when doubled', 'ক||খ', 'ক||খ'],
    ['not in Latin', 'a|b', 'a|b'],
    ['not after Latin', 'BBC| ঢাকা', 'BBC| ঢাকা'],
    ['not ৷ after a figure', '৫\u09F7', '৫\u09F7'],
  ]
  test.each(cases)('%s', (_, typed, stored) => {
    expect(normalizeText(typed)).toBe(stored)
  })
})

describe('comes back exactly as it was', () => {
  test.each([
    '',
    'Daily Inqilab',
    'editor@dainik.example',
    'https://example.com/%E0%A6%A2%E0%A6%BE?a=1|2&b=%C2%A0#x',
    'if (a || b) { return a|b }',
    '2024-05-20T20:02:00+06:00',
    'Müller, café, naïve — “quoted” ‘text’',
    'দৈনিক ইনকিলাব',
    '২০ মে ২০২৪, ০৮:০২ পিএম',
    'ফোনালাপে এব্রাহিম রাইসিকে একজন ‘নির্ভরযোগ্য অংশীদার’ বলে অভিহিত করেন পুতিন।',
    '৳৫০০, ৭.৫%, ০১/০৫/২৬',
    '©®™ → ½ 👍🏽',
  ])('%s', (text) => {
    const asStored = text.normalize('NFC')

    expect(normalizeText(asStored)).toBe(asStored)
  })
})

describe('for every string', () => {
  const awkward = [
    // Escaped, so that no editor composes the signs: letters, nukta, vowel signs, ঁ ং ্ ৎ । ৷, then other scripts.
    ...'\u0985\u0995\u09A4\u09A1\u09AF\u09AC\u09B0\u09F0\u09DD\u09E6\u09EB\u09BC\u09BC\u09BE\u09C7\u09D7\u09CB\u09C3',
    ...'\u0981\u0982\u09CD\u09CD\u09CE\u0964\u09F7| \n\t\u00A0\u200B\u200C\u200D\u200C\u200D',
    ...'e\u0301\u0915\u093F\u094D\u093C\u0627👩👧🏽',
  ]
  const pieces = fc.oneof(
    fc.constantFrom(
      ...awkward,
      '\uFE0F',
      '\uD83D',
      '\uDC69',
      '\u{1F3F4}',
      '\u{E0067}',
      '\u{E007F}',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )
  const anyText = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

  test('passing the gate twice is passing it once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  test('the result is well formed, in NFC and at most three times as long', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = normalizeText(text)
        expect(stored.isWellFormed()).toBe(true)
        expect(stored).toBe(stored.normalize('NFC'))
        expect(stored.length).toBeLessThanOrEqual(3 * text.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('printable ASCII with single spaces is untouched', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,8}( [!-~]{1,8}){0,9}$/), (text) => {
        expect(normalizeText(text)).toBe(text)
      }),
    )
  })

  test('a lone surrogate becomes U+FFFD', () => {
    expect(normalizeText('ক\uD83Dখ\uDC69')).toBe('ক\uFFFDখ\uFFFD')
  })

  test('a letter keeps at most thirty marks', () => {
    expect(normalizeText(`a${'\u0301\u0316'.repeat(100)}`).length).toBeLessThanOrEqual(31)
  })

  // Quadratic work would take sixteen times as long here as on a quarter of the text; the bound leaves room for noise.
  test.each([
    ['running text', 'র\u200C্যাব ঢাকা\u00A0গেছে| চ\u0981াদ \u200B\n'],
    ['joiners', '\u200D'],
    ['hasantas and joiners', '\u09CD\u200C'],
    ['marks of two classes', '\u0301\u093C'],
    ['spaces', ' \u00A0'],
    ['flags cut short', '\u{1F3F4}\u{E0067}'],
  ])('a megabyte of %s takes time in proportion', (_, unit) => {
    const secondsFor = (size: number) => {
      const text = unit.repeat(size / unit.length)
      const from = performance.now()
      normalizeText(text)
      return (performance.now() - from) / 1000
    }
    secondsFor(10_000)

    const quarter = Math.min(secondsFor(250_000), secondsFor(250_000))
    const whole = Math.min(secondsFor(1_000_000), secondsFor(1_000_000))

    expect(whole).toBeLessThan(12 * quarter + 1)
  })
})

describe('Bengali is there', () => {
  test.each([
    ['ঢাকা', true],
    ['Dhaka ২০২৪', true],
    ['Dhaka', false],
    ['।', false],
    ['', false],
    ['हिन्दी', false],
  ])('in %j: %s', (text, expected) => {
    expect(hasBengali(text)).toBe(expected)
  })
})

describe('letters that fonts and phones spell in their own way are plain again', () => {
  test.each([
    ['Ｋ７ＭＸ', 'k7mx'],
    ['ⓀⅦ', 'kvii'],
    ['র‍্যাব', 'র‍্যাব'],
    ['K7MX-৯৩', 'k7mx-৯৩'],
  ])('%j is %j', (typed, plain) => {
    expect(plainLetters(typed)).toBe(plain)
  })
})

import { describe, expect, test } from 'vitest'
import { convertBijoy, decodeBijoy, findBijoy } from './bijoy'

const nfc = (text: string) => text.normalize('NFC')

describe('a word of Bijoy reads as the Bengali it was typed to show', () => {
  test.each([
    ['Avwg', 'আমি'],
    ['Avgvi', 'আমার'],
    ['evsjv', 'বাংলা'],
    ['†`k', 'দেশ'],
    ['‡Zvgvq', 'তোমায়'],
    ['fv‡jvevwm', 'ভালোবাসি'],
    ['Ges', 'এবং'],
    // ৎ, ঃ and the chandrabindu, which moves behind the vowel sign
    ['nVvr', 'হঠাৎ'],
    ['`ytL', 'দুঃখ'],
    ['Zuvi', 'তাঁর'],
    ['Pvu`', 'চাঁদ'],
    ['wQuP‡K', 'ছিঁচকে'],
    ['†cuŠ‡Q', 'পৌঁছে'],
    // ো and ৌ are typed around the consonant
    ['†cŠimfv', 'পৌরসভা'],
    ['†`Šo', 'দৌড়'],
    ['‰eVK', 'বৈঠক'],
    ['ivR‰bwZK', 'রাজনৈতিক'],
    // reph goes before the whole cluster
    ['Kg©', 'কর্ম'],
    ['wkÿv_©x', 'শিক্ষার্থী'],
    ['c~‡e©', 'পূর্বে'],
    ['AšÍf©y³', 'অন্তর্ভুক্ত'],
    ['K‡c©v‡ikb', 'কর্পোরেশন'],
    // ya-phala, ra-phala, and র‍্য against র্য
    ['g„Zz¨', 'মৃত্যু'],
    ['MYAfy¨Ìvb', 'গণঅভ্যুত্থান'],
    ['A¨vK&kb', 'অ্যাক্‌শন'],
    ['e¨vwi÷vi', 'ব্যারিস্টার'],
    ['i¨ve', 'র‍্যাব'],
    ['Kvh©', 'কার্য'],
    ['h_v_©', 'যথার্থ'],
    ['MÖvg', 'গ্রাম'],
    ['hy³iv‡óªi', 'যুক্তরাষ্ট্রের'],
    ['wµ‡KU', 'ক্রিকেট'],
    // conjuncts
    ['cÖavbgš¿x', 'প্রধানমন্ত্রী'],
    ['wkÿv', 'শিক্ষা'],
    ['ÿwZ', 'ক্ষতি'],
    ['¶gZv', 'ক্ষমতা'],
    ['j²xcyi', 'লক্ষ্মীপুর'],
    ['jÿ¥x', 'লক্ষ্মী'],
    ['mswkøó', 'সংশ্লিষ্ট'],
    ['Kzwgjøv', 'কুমিল্লা'],
    ['iv¯Ív', 'রাস্তা'],
    ['e¨¯Í', 'ব্যস্ত'],
    ['¯^vaxb', 'স্বাধীন'],
    ['¯’vbxq', 'স্থানীয়'],
    ['my¯’', 'সুস্থ'],
    ['wKš‘', 'কিন্তু'],
    ['wew”Qbœ', 'বিচ্ছিন্ন'],
    ['fvlvšÍi', 'ভাষান্তর'],
    ['ms¯‹„wZ', 'সংস্কৃতি'],
    ['K…lK', 'কৃষক'],
    ['mgy`ª', 'সমুদ্র'],
    ['¸iæZ¡', 'গুরুত্ব'],
    ['ïiæ', 'শুরু'],
    ['eûevi', 'বহুবার'],
    ['ü`q', 'হৃদয়'],
    ['eªvþYevwoqv', 'ব্রাহ্মণবাড়িয়া'],
    ['wPý', 'চিহ্ন'],
    ['Acivnè', 'অপরাহ্ণ'],
    ['K·evRvi', 'কক্সবাজার'],
    ['PÆMÖvg', 'চট্টগ্রাম'],
    ['AvKv•¶v', 'আকাঙ্ক্ষা'],
    ['weÁvb', 'বিজ্ঞান'],
    ['cÂMo', 'পঞ্চগড়'],
    ['D™¢e', 'উদ্ভব'],
    ['wbe©vPb', 'নির্বাচন'],
    // a key struck twice is not seen on paper
    ['¯‹yyj', 'স্কুল'],
    // digits, danda and Bijoy's own quotes
    ['1971', '১৯৭১'],
    ['Kwi|', 'করি।'],
    ['Ôbv,Õ', '‘না,’'],
  ])('%s is %s', (bijoy, unicode) => {
    const decoded = decodeBijoy(bijoy)

    expect(decoded).toBe(nfc(unicode))
    expect(decoded).toBe(nfc(decoded))
  })

  test('bytes that a program passed on as control characters read the same', () => {
    expect(decodeBijoy('\u0086`k I \u0087`‡k')).toBe(nfc('দেশ ও দেশে'))
  })
})

describe('mixed lines are converted word by word', () => {
  test.each([
    ['Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm|', 'আমার সোনার বাংলা, আমি তোমায় ভালোবাসি।'],
    ['Avgvi evsjv', 'আমার বাংলা'],
    ['wZwb Dj−vm Ki‡jb, mevB K_v ej‡jb|', 'তিনি উল্লাস করলেন, সবাই কথা বললেন।'],
    ['cÖwZwU MÖv‡g 25 †_‡K 30 nvRvi UvKv', 'প্রতিটি গ্রামে ২৫ থেকে ৩০ হাজার টাকা'],
    ['RvZxq msm‡` wZwb e‡jb, Ôbv|Õ', 'জাতীয় সংসদে তিনি বলেন, ‘না।’'],
    ['me gvby‡li Rb¨ GK †`k', 'সব মানুষের জন্য এক দেশ'],
    // English, addresses and figures among English words stay
    ['Daily Inqilab †_‡K', 'Daily Inqilab থেকে'],
    ['The word †`k means country', 'The word দেশ means country'],
    ['†`‡ki Facebook e¨enviKvix', 'দেশের Facebook ব্যবহারকারী'],
    ['we¯ÍvwiZ https://example.com/Avgvi †`Lyb', 'বিস্তারিত https://example.com/Avgvi দেখুন'],
    ['†hvMv‡hvM: desk@example.com', 'যোগাযোগ: desk@example.com'],
    ['In 1971 the word was †`k', 'In 1971 the word was দেশ'],
    // Unicode Bengali on the same line stays as it is
    ['ঢাকায় cÖavbgš¿x e‡j‡Qb', 'ঢাকায় প্রধানমন্ত্রী বলেছেন'],
    ['বাংলাদেশ (XvKv) †_‡K', 'বাংলাদেশ (ঢাকা) থেকে'],
    ['“cÖavbgš¿x Avm‡eb”', '“প্রধানমন্ত্রী আসবেন”'],
  ])('%s', (mixed, converted) => {
    expect(convertBijoy(mixed).text).toBe(nfc(converted))
  })

  test('a doubtful word stays as typed and is listed where it stands in the result', () => {
    const { text, uncertain } = convertBijoy('MÖv‡gi imyb fv‡jv')

    expect(text).toBe(nfc('গ্রামের imyb ভালো'))
    expect(uncertain).toHaveLength(1)
    for (const { start, end, original, converted } of uncertain) {
      expect(text.slice(start, end)).toBe(original)
      expect(converted).toBe('রসুন')
    }
  })

  test('positions point at the word without the brackets around it', () => {
    const text = 'ঢাকা (cÖavbgš¿x), Dhaka'

    const [found, ...others] = findBijoy(text)

    expect(others).toEqual([])
    expect(found).toMatchObject({ certainty: 'sure', text: 'cÖavbgš¿x' })
    expect(text.slice(found?.start, found?.end)).toBe('cÖavbgš¿x')
  })

  test('one common word alone among English is for an editor to judge', () => {
    expect(findBijoy('He wrote Avgvi there').map((f) => f.certainty)).toEqual(['unsure'])
  })
})

const ENGLISH_PAGE = `The minister’s office said on Monday that 1,250 households — about 4.5% of the total — had “no clean water”.
Prof. Ivan Kozlov, who lives in Kyiv, gave a very vivid overview: “We have never even been invited.” His wife, Eve, waved.
Visit www.example.com.bd/news or e-mail news@example.com; follow @example on X, Facebook, YouTube and LinkedIn.
The MV Avgarde left Kuala Lumpur at 7:45 p.m.; a two-day voyage via Suez. GDP grew 6% in FY2023-24, the BBS said…
O’Brien didn’t call; it’s the rock’n’roll crowd’s view. Wages: £500, €40, ¥300, Tk 20. The court (2½ hours) adjourned.
Jazz quiz: which fjord is 30°C? I am by my gym, me and him, at 5 km² or 10µm ± 2. © 2024 Acme™. §3 applies† as above‡.`

describe('what is not Bijoy is never touched', () => {
  test.each([
    ['English news', ENGLISH_PAGE],
    ['units', 'বাতাসে পিএম২.৫ ছিল 153 µg/m³।'],
    ['names parted by a slash', 'Pelé/Zico কাপ, Müller|Löw, Škoda/Seat'],
    ['an address', 'ঠিকানা café.com, crème.brûlée:8080'],
    ['arithmetic', 'x−y, M−1, 5−3'],
    ['French', 'Le café naïve déjà vu, l’été à Nîmes, « cœur » et façade, sous-œuvre, VÉLO, mûr'],
    [
      'German',
      'Die Übung währt; verfügt über Aufzählungselemente, „groß“, CSS-Größe, ZÜRICH, Straße',
    ],
    ['Spanish', 'El señor válido ¿qué? ¡Hola! vacío, valores, niño, 1ª y 2º'],
    ['Portuguese', 'São focáveis, avó, ação, você, inválido'],
    ['Nordic', 'används värdet kräver Påkrevd høj avgjøre CSS-mediefrågor'],
    ['Slavic', 'Škoda, Petrov, Lviv, Dvořák, Živković'],
    ['Azeri', 'mövcud olmalıdır, bilən'],
    [
      'code',
      'const evList = wpUser.getX(); `find…` `my_var` <div class="qv">a|b</div> x = y^2 && jv',
    ],
    ['identifiers', 'JavaScript iPhone eBay GitHub useState kWh McDonald LaTeX qwerty YWJjZGVm'],
    ['mojibake of UTF-8', 'donâ€™t CafÃ© Ã¼ber à¦¬à¦¾à¦‚à¦²à¦¾'],
    ['numbers', '৳১২,৩৪,৫৬৭.৫০ 1,234.50 ২০২৪-০৫-২০ 12/05/2024 5×3 14½ 1971'],
    ['Unicode Bengali', 'ইরানের অন্তর্বর্তী প্রেসিডেন্টকে পুতিনের ফোন | “জোরদার” ‘অঙ্গীকার’ — র‍্যাব, উদ্‌যাপন'],
    [
      'Unicode Bengali with Latin',
      'ইনকিলাব ডেস্ক, HTML Comment Box is loading comments... MWP এ Twp এবং Pwp',
    ],
    ['one foreign word', 'Zvi'],
    ['one common short word', 'me I G ci Kg hv'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(findBijoy(text)).toEqual([])
    expect(convertBijoy(text)).toEqual({ text, uncertain: [] })
  })
})

test('a long text takes time in proportion to its length', () => {
  const hostile = ['a', 'by', '.', '-', 'A', 'š', '†', '©', '1', '`', 'Avgvi ', '†`k '].map(
    (piece) => piece.repeat(20000),
  )
  const start = performance.now()

  for (const text of [...hostile, hostile.join(''), `${hostile.join('x')}x`]) convertBijoy(text)

  expect(performance.now() - start).toBeLessThan(8000)
})

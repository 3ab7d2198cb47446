/**
 * The paper's style, as data: an editor adds a spelling or a pattern here and nothing else changes.
 *
 * Spellings follow বাংলা একাডেমি প্রমিত বাংলা বানানের নিয়ম (2012) and the Academy's আধুনিক বাংলা অভিধান where they
 * rule, and the practice of Dhaka's dailies where they allow both. ঈদ, not ইদ: the Academy went back to it in March 2025.
 */

export type SpellingRule = {
  id: string
  /** Shown to the editor beside the word. */
  message: string
  /** Separated by spaces: `avoid:prefer`, with `_` for a space inside; or the word to avoid alone, where `swap` corrects it. */
  words: string
  swap?: [from: string, to: string]
  /** Whether endings (র, কে, দের ...) may follow; false where the inflected form is right: ভবিষ্যত, but ভবিষ্যতে. */
  inflects?: false
}

export const SPELLINGS: SpellingRule[] = [
  {
    id: 'spelling-i',
    message: 'অতৎসম শব্দে ই-কার হয়',
    swap: ['ী', 'ি'],
    words:
      'সরকারী বেসরকারী বেশী বাড়ী গাড়ী দাবী জরুরী তৈরী কাহিনী বাঙালী ইংরেজী জাপানী পাকিস্তানী দেশী বিদেশী বাংলাদেশী ' +
      'চাকরী রানী একাডেমী আসামী কোম্পানী ডিগ্রী জানুয়ারী ফেব্রুয়ারী মৌসুমী নীচে ' +
      'শ্রেণী সূচী কর্মসূচী প্রণালী শ্রদ্ধাঞ্জলী',
  },
  {
    id: 'spelling-o',
    message: 'বাংলা একাডেমির বানানে এভাবে লেখা হয়',
    words:
      'আরো:আরও এখনো:এখনও কখনো:কখনও আজো:আজও কারো:কারও কোনও:কোনো ভাল:ভালো যেকোন:যেকোনো ' +
      'যে_কোন:যেকোনো যে_কোনো:যেকোনো দেয়া:দেওয়া নেয়া:নেওয়া',
  },
  {
    id: 'spelling-foreign',
    message: 'বিদেশি শব্দের প্রমিত বানান',
    words:
      'খৃষ্টাব্দ:খ্রিষ্টাব্দ খ্রিস্টাব্দ:খ্রিষ্টাব্দ খ্রীষ্টাব্দ:খ্রিষ্টাব্দ খৃষ্টান:খ্রিষ্টান খ্রিস্টান:খ্রিষ্টান ইদ:ঈদ ব্যাঙ্ক:ব্যাংক গভর্ণর:গভর্নর ' +
      'ঠাণ্ডা:ঠান্ডা আপোষ:আপস',
  },
  {
    id: 'spelling-st',
    message: 'বিদেশি শব্দে ষ্ট নয়, স্ট',
    swap: ['ষ্ট', 'স্ট'],
    words: 'ষ্টেশন ষ্টেডিয়াম পোষ্ট পোষ্টার মাষ্টার আগষ্ট',
  },
  {
    id: 'spelling-n',
    message: 'ণত্ব বিধানে মূর্ধন্য ণ',
    swap: ['ন', 'ণ'],
    words:
      'ঘন্টা কন্ঠ বন্টন:বণ্টন দন্ড কারাদন্ড মৃত্যুদন্ড হত্যাকান্ড কারন সাধারন গ্রহন প্রমান ধরণ:ধরন ' +
      'মন্ত্রনালয় গুরুত্বপূর্ন পূর্ন অভ্যন্তরীন:অভ্যন্তরীণ অপরাহ্ন',
  },
  {
    id: 'spelling-u',
    message: 'উ-কার ও ঊ-কার দেখুন',
    words:
      'দূর্নীতি:দুর্নীতি দূর্ঘটনা:দুর্ঘটনা দূর্যোগ:দুর্যোগ দুরত্ব:দূরত্ব ভূল:ভুল শুন্য:শূন্য মুল্য:মূল্য মুহুর্ত:মুহূর্ত মূহুর্ত:মুহূর্ত উর্ধ্ব:ঊর্ধ্ব ' +
      'অন্তর্ভূক্ত:অন্তর্ভুক্ত অদ্ভূত:অদ্ভুত নূন্যতম:ন্যূনতম ন্যুনতম:ন্যূনতম',
  },
  {
    id: 'spelling-ng',
    message: 'ং ও ঙ: সন্ধির ম্ হলে ং, নইলে ঙ',
    words: 'সঙ্গীত:সংগীত ভয়ঙ্কর:ভয়ংকর সঙ্কট:সংকট আশংকা:আশঙ্কা অংক:অঙ্ক শ্রীলংকা:শ্রীলঙ্কা',
  },
  {
    id: 'spelling-common',
    message: 'প্রচলিত ভুল বানান',
    words:
      'ইতিমধ্যে:ইতোমধ্যে ইদানিং:ইদানীং ব্যাক্তি:ব্যক্তি ব্যাবহার:ব্যবহার উজ্জল:উজ্জ্বল সন্মান:সম্মান ' +
      'প্রতিদ্বন্দী:প্রতিদ্বন্দ্বী স্বাক্ষী:সাক্ষী সত্বেও:সত্ত্বেও তত্বাবধায়ক:তত্ত্বাবধায়ক সহযোগীতা:সহযোগিতা প্রতিযোগীতা:প্রতিযোগিতা মন্ত্রীসভা:মন্ত্রিসভা ' +
      'মন্ত্রীপরিষদ:মন্ত্রিপরিষদ ভৌগলিক:ভৌগোলিক পুরষ্কার:পুরস্কার আবিস্কার:আবিষ্কার পরিস্কার:পরিষ্কার বহিস্কার:বহিষ্কার',
  },
  {
    id: 'spelling-visarga',
    message: 'শব্দের শেষে বিসর্গ হয় না',
    inflects: false,
    swap: ['ঃ', ''],
    words: 'ক্রমশঃ মূলতঃ অন্ততঃ সম্ভবতঃ মোঃ:মো. ডাঃ:ডা.',
  },
  {
    id: 'spelling-whole',
    message: 'প্রমিত রূপ দেখুন',
    inflects: false,
    words: 'কিনা:কি_না ভবিষ্যত:ভবিষ্যৎ উচিৎ:উচিত সুষ্ঠ:সুষ্ঠু',
  },
]

/** Endings a listed word may carry; they are kept. */
export const ENDINGS = 'র ের কে তে ে রা দের টি টির টা গুলো ভাবে ও ই'.split(' ')

export type PatternRule = {
  id: string
  message: string
  pattern: RegExp
  /** What to put in its place; `$&` stands for the match. */
  suggestion: string
}

/** In order: where two touch the same letters, the first is kept. Patterns need the flags `gu`. */
export const PATTERNS: PatternRule[] = [
  {
    id: 'colon-for-visarga',
    message: 'বিসর্গের জায়গায় কোলন',
    pattern: /(?<=(?<![\u0980-\u09ff])(?:দু|নি|অন্ত|মন|পুন|স্বত|ইত|প্রাত)):(?=[ক-হ])/gu,
    suggestion: 'ঃ',
  },
  {
    id: 'space-before-mark',
    message: 'যতিচিহ্নের আগে ফাঁক হয় না',
    pattern:
      /(?<=[\u0980-\u09ff”’)"'])(?<![০-৯])[ \u00a0]+(?=[।,;:?!](?![-()/DP]))|(?<=[০-৯])[ \u00a0]+(?=[।,;?!])/gu,
    suggestion: '',
  },
  {
    id: 'space-after-mark',
    message: 'যতিচিহ্নের পরে ফাঁক লাগে',
    pattern: /(?<=[\u0980-\u09ff”’)] ?)[,;:।?!](?=[“‘]?\p{L})|(?<=[\u0980-\u09ff])।(?=[০-৯])/gu,
    suggestion: '$& ',
  },
  {
    id: 'quote-direction',
    message: 'উদ্ধৃতির শেষে শুরুর চিহ্ন',
    pattern: /(?<=[\u0980-\u09ff।,?!…])“(?=\s|$)/gu,
    suggestion: '”',
  },
  {
    id: 'double-space',
    message: 'একাধিক ফাঁক',
    pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/gu,
    suggestion: ' ',
  },
  {
    id: 'three-dots',
    message: 'তিন বিন্দুর বদলে একটি উপবৃত্ত-চিহ্ন (…)',
    pattern: /\.{3,}/gu,
    suggestion: '…',
  },
  {
    id: 'spaced-hyphen',
    message: 'ড্যাশের জায়গায় হাইফেন',
    pattern:
      /(?<=[\u0980-\u09ff।”’"')?!,] )-{1,2}(?= [“‘"']?[\u0980-\u09ff])(?<![০-৯] -(?= [০-৯]))/gu,
    suggestion: '—',
  },
]

/** Words that no sense of Bengali repeats; বড় বড়, ধীরে ধীরে, থেকে থেকে, যে যে and যা যা are left alone. */
export const NEVER_DOUBLED = new Set(
  'এবং ও কিন্তু অথবা জন্য তিনি তাঁর তাঁরা দ্বারা অনুযায়ী বিরুদ্ধে উদ্দেশ্যে হয়েছে রয়েছে করেছে করেছেন করেন বলেন বলেছেন জানান ছিল ছিলেন'
    .normalize('NFC')
    .split(' '),
)

/** What a full stop may follow inside a sentence: titles, units, and letters of the alphabet as initials. */
export const ABBREVIATIONS = new Set(
  (
    'মো মোছা মোসা মু মুহা ডা ড অধ্যা অ্যা প্রফে প্রকৌ রেভ ইঞ্জি অ্যাড এড লে মে ব্রি জেনা ক্যা কর্ন সা লি প্রা রেজি খ্রি খ্রিষ্ট হি বাং ইং পূ পৃ দ্র তা টা জি মি ' +
    'কিমি সেমি মিমি কেজি বি এ সি ডি ই এফ এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড শ্রী সৈ'
  )
    .normalize('NFC')
    .split(' '),
)

export const MESSAGES = {
  'mixed-quotes': 'একই লেখায় সোজা ও বাঁকা উদ্ধৃতিচিহ্ন',
  'mixed-digits': 'একই সংখ্যায় বাংলা ও ইংরেজি অঙ্ক',
  'doubled-word': 'একই শব্দ দুবার',
  'latin-full-stop': 'বাক্যের শেষে দাঁড়ি, ইংরেজি ফুলস্টপ নয়',
  'missing-danda': 'অনুচ্ছেদের শেষে দাঁড়ি নেই',
}

import data from './house-style.json' with { type: 'json' }

/**
 * The paper's style, as data: an editor adds a spelling to `house-style.json` or a pattern here and nothing else changes.
 *
 * Spellings follow বাংলা একাডেমি প্রমিত বাংলা বানানের নিয়ম (2012) and the Academy's আধুনিক বাংলা অভিধান where they
 * rule, and the practice of Dhaka's dailies where they allow both. ঈদ, not ইদ: the Academy went back to it in March 2025.
 *
 * A spelling's `message` is shown to the editor beside the word. Its `words` are `avoid:prefer`, with `_` for a space
 * inside; or the word to avoid alone, where `swap` corrects it. `inflects` says whether endings (র, কে, দের ...) may
 * follow; false where the inflected form is right: ভবিষ্যত, but ভবিষ্যতে.
 */
export const { spellings: SPELLINGS, messages: MESSAGES } = data

const wordsOf = (lines: string[]) => lines.join(' ').normalize('NFC').split(' ')

/** Endings that may follow a listed word; they are kept. */
export const ENDINGS = data.endings.split(' ')

/** Words that are never repeated on purpose, unlike বড় বড়, ধীরে ধীরে, থেকে থেকে, যে যে and যা যা. */
export const NEVER_DOUBLED = new Set(wordsOf(data.neverDoubled))

/** Abbreviations with a full stop: titles, units, and letters as initials. */
export const ABBREVIATIONS = new Set(wordsOf(data.abbreviations))

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

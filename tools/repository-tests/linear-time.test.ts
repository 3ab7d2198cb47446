import { describe, expect, test } from 'vitest'
import { convertBijoy } from '@/lib/bengali/bijoy/bijoy'
import { parseStamp } from '@/lib/bengali/calendar/parse-stamp'
import { applyAll } from '@/lib/bengali/house-style/house-style'
import { romanKeys } from '@/lib/bengali/search/roman-keys'
import { searchKey } from '@/lib/bengali/search/search-key'
import { stemSteps } from '@/lib/bengali/search/stem'
import { cutText } from '@/lib/bengali/text/cut-text'
import { splitHeadline } from '@/lib/bengali/text/headline-breaks'
import { composeLetters, normalizeText, plainLetters } from '@/lib/bengali/text/normalize'
import { slugify } from '@/lib/bengali/text/romanize'
import { listLetters, listWords, shorten } from '@/lib/bengali/text/shorten'
import { compareWords } from '@/lib/newsroom/revisions/compare-words'

/**
 * Whatever is written, the time for it grows with its length and no faster: one pasted "word" must not stop the server
 * that indexes it. Processor time is compared, not the clock's, so that a busy machine changes nothing.
 */
const functions: Record<string, (text: string) => unknown> = {
  searchKey,
  stemSteps: (text) => searchKey(text).split(' ').map(stemSteps),
  romanKeys,
  normalizeText,
  composeLetters,
  plainLetters,
  checkStyle: applyAll,
  convertBijoy,
  slugify,
  splitHeadline,
  listLetters,
  listWords,
  shorten: (text) => shorten(text, text.length / 2),
  cutText: (text) => cutText(text, 1_000),
  parseStamp,
  compareWords: (text) => compareWords(text, `${text.slice(1)} শেষ`),
}

const texts: Record<string, string> = {
  'one letter': 'ক',
  'a letter with hasanta and joiner': 'ক্\u200d',
  'mixed signs': 'ঃ্',
  'a vowel sign': 'ে',
  nuktas: 'ণ়',
  'marks piled up': '\u0301\u0316',
  joiners: '\u200c',
  emoji: '👨‍👩‍👧',
  pipes: 'ক|',
  commas: '১,২৩,',
  addresses: 'a/b-c_d?e=f&',
  'Latin letters': 'a',
  'Bijoy without a space': 'Avgvi†',
  brackets: '(',
  quotes: '"ক',
  blanks: ' ',
  'line feeds': '\n',
  'full stops': '।.',
  'plain words': 'নদীর পানি বাড়ছে। ',
  'the letter ণ': 'ণ',
}

/** Processor time in milliseconds, the least of three runs. */
function costOf(run: () => unknown): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...costs)
}

// Below this a difference is the collector's; what grew with the square took seconds at these lengths.
const negligibleMs = 60

describe.each(Object.entries(functions))(
  '%s takes at most 2.5 times as long for twice',
  (_, run) => {
    test.each(Object.entries(texts))('%s', (_name, unit) => {
      const ofLength = (length: number) => unit.repeat(Math.ceil(length / unit.length))
      const [once, twice] = [ofLength(16_000), ofLength(32_000)]
      run(once)

      const limitMs = Math.max(2.5 * costOf(() => run(once)), negligibleMs)

      expect(costOf(() => run(twice))).toBeLessThanOrEqual(limitMs)
    })
  },
)

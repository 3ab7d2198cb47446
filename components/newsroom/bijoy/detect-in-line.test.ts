import { describe, expect, test } from 'vitest'
import { normalizeText } from '@/lib/bengali/text/normalize'
import {
  ambiguousWordsOf,
  convertLine,
  detectInLine,
  escapeBijoy,
  findOccurrences,
} from './detect-in-line'

const nothing = { doubts: [], faces: [], kept: [] }
const nfc = (text: string) => text.normalize('NFC')

describe('Bijoy in a line', () => {
  test.each([
    ['a headline', 'evsjv‡`k', ['evsjv‡`k']],
    ['beside Unicode Bengali', 'ঢাকা (cÖavbgš¿x)', ['cÖavbgš¿x']],
    ['Unicode Bengali alone', 'বাংলাদেশ', []],
    ['English', 'The minister’s office', []],
    ['nothing', '', []],
  ])('is recognised: %s', (_, text, found) => {
    expect(detectInLine(text, nothing).found).toEqual(found)
  })

  test('sure words are converted, doubtful words stay and are listed', () => {
    expect(convertLine('MÖv‡gi imyb fv‡jv', [])).toEqual({
      text: nfc('গ্রামের imyb ভালো'),
      doubts: [{ original: 'imyb', converted: nfc('রসুন') }],
    })
  })

  test('a word kept by the writer is neither offered nor converted again', () => {
    const kept = ['evsjv‡`k']

    expect(detectInLine('evsjv‡`k', { ...nothing, kept }).found).toEqual([])
    expect(convertLine('evsjv‡`k', kept)).toEqual({ text: 'evsjv‡`k', doubts: [] })
  })

  test('doubtful words are found at their current places', () => {
    const doubts = [{ original: 'imyb', converted: 'রসুন' }]
    const places = (text: string) =>
      detectInLine(text, { ...nothing, doubts }).ambiguous.map(({ start }) => start)

    expect(places('গ্রামের imyb ভালো imyb')).toEqual([8, 18])
    expect(places('imybs, ximyb')).toEqual([])
    expect(places('গ্রামের রসুন')).toEqual([])
  })

  test('a word that may be common Bijoy among English is for its writer to judge', () => {
    expect(ambiguousWordsOf('He wrote Avgvi there')).toEqual([
      { original: 'Avgvi', converted: nfc('আমার') },
    ])
    expect(ambiguousWordsOf('evsjv‡`k')).toEqual([])
    expect(ambiguousWordsOf('He wrote it')).toEqual([])
  })

  test.each([
    ['the soft hyphen, which draws ্ল', 'K\u00advm‡g‡Ui', 'ক্লাসমেটের'],
    ['control characters for Windows signs', 'evsjv\u0087`k', 'বাংলাদেশ'],
    ['signs of its own', 'cÖavbgš¿x', 'প্রধানমন্ত্রী'],
  ])('loses nothing at text normalization while it waits: %s', (_, typed, meant) => {
    const escaped = escapeBijoy(typed)

    expect(normalizeText(escaped)).toBe(escaped)
    expect(convertLine(escaped, []).text).toBe(nfc(meant))
  })

  test('text that is not Bijoy stays unchanged', () => {
    const text = 'co\u00adoperate ‘now’ — €5'

    expect(escapeBijoy(text)).toBe(text)
  })
})

test('a word is not found inside another', () => {
  expect(findOccurrences('me (me) some', 'me')).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 6 },
  ])
  expect(findOccurrences('me', '')).toEqual([])
})

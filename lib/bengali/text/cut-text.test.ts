import { describe, expect, test } from 'vitest'
import { cutText } from './cut-text'
import { normalizeText } from './normalize'

const texts: [string, string][] = [
  ['words', 'নদীর পানি বাড়ছে। '.repeat(400).trim()],
  ['one endless word', 'ন্ত্রী'.repeat(600)],
  ['an endless heap of marks', `ক${'\u0981'.repeat(5_000)}`],
  ['flags and families', '👨‍👩‍👧'.repeat(900)],
]

describe('a long text in pieces', () => {
  test.each(texts)('%s: nothing is lost and no piece is too long', (_, text) => {
    const pieces = cutText(text, 1_000)

    expect(pieces.join('')).toBe(text)
    expect(pieces.every((piece) => piece.length > 0 && piece.length <= 1_000)).toBe(true)
  })

  test.each(texts.filter(([name]) => name !== 'an endless heap of marks'))(
    '%s: text normalization changes no piece',
    (_, text) => {
      const gated = normalizeText(text)

      expect(cutText(gated, 1_000).map(normalizeText)).toEqual(cutText(gated, 1_000))
    },
  )

  test('a piece ends after a whole word', () => {
    expect(
      cutText('নদীর পানি বাড়ছে। '.repeat(400), 1_000).every((piece) => piece.endsWith(' ')),
    ).toBe(true)
  })

  test('a text that fits is one piece, and no text is none', () => {
    expect(cutText('নদী', 1_000)).toEqual(['নদী'])
    expect(cutText('', 1_000)).toEqual([])
  })
})

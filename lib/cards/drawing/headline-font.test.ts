import { expect, test } from 'vitest'
import { HeadlineFont } from './headline-font'

const font = await HeadlineFont.open(700)

/** The glyphs of a text that have ink. */
const drawn = (text: string) =>
  font.shape(text).glyphs.filter((glyph) => font.outline(glyph).length > 0)

test.each([
  ['a sign of another script', 'মহানবী (ﷺ)–এর বাণী', 'ﷺ'],
  ['a digit below the line', 'পানি বা H₂O বাঁচান', '₂'],
  ['a power', '১০⁶ টন, 10⁻⁹ মিটার, m²', '⁶'],
  ['a fraction that the fonts have', '½ কেজি', '½'],
  ['a fraction that they have not', '⅓ অংশ', '⅓'],
  ['emoji', '🔥🔥🔥', '🔥'],
  ['an emoji of several characters', 'শাবাশ 👍🏽', '👍🏽'],
  ['a flag', '🇧🇩 জিতল', '🇧🇩'],
  ['an arrow', 'ঢাকা → খুলনা', '→'],
  ['a comparison', '৫ ≤ ৭', '≤'],
  ['Greek', 'α-কণা', 'α'],
  ['Cyrillic', 'Москва', 'я'],
  ['Hindi', 'हिन्दी', 'ह'],
  ['Arabic', 'العربية', 'ع'],
  ['a degree sign in one letter', '৩৭℃', '℃'],
  ['a number sign', '№ ৫', '№'],
])('%s is drawn', (_, text, letter) => {
  const [lone] = drawn(letter)

  expect(lone?.glyph).toBeGreaterThan(0)
  expect(drawn(text).every(({ glyph }) => glyph > 0)).toBe(true)
})

test.each(['中', 'ไ', '한'])('a letter that no font has is a box, not nothing: %s', (letter) => {
  const glyphs = drawn(letter)

  expect(glyphs.map(({ glyph }) => glyph)).toEqual([0])
  expect(font.shape(letter).advance).toBeGreaterThan(0.2)
})

test('joiners and selectors take no room', () => {
  expect(font.shape('\ufe0f\u2060').advance).toBe(0)
})

test('a fallback letter is as large as the letters beside it', () => {
  const [bengali, emoji] = ['ক', '🔥'].map((letter) => font.shape(letter).advance)

  expect((emoji ?? 0) / (bengali ?? 1)).toBeGreaterThan(0.7)
  expect((emoji ?? 0) / (bengali ?? 1)).toBeLessThan(2)
})

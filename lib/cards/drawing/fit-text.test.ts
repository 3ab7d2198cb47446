import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { countGraphemes } from '@/lib/bengali/text/shorten'
import { fitText, lineWidth, type TextBox } from './fit-text'
import { HeadlineFont } from './headline-font'

const box: TextBox = {
  width: 1080,
  height: 250,
  maxSize: 76,
  minSize: 44,
  maxLines: 4,
  lineHeight: 1.36,
}

let font: HeadlineFont
beforeAll(async () => {
  font = await HeadlineFont.open(700)
})

const set = (text: string, given: Partial<TextBox> = {}) =>
  fitText(font, text.normalize('NFC'), { ...box, ...given })

const middling = 'প্রধানমন্ত্রীর সঙ্গে রাষ্ট্রদূতের সৌজন্য সাক্ষাৎ, অর্থনৈতিক সম্পর্ক জোরদারে ঐকমত্য'
const endless = Array(12).fill(middling).join(' ')

describe('a text in its box', () => {
  test('that is short stands on one line at full size', () => {
    expect(set('ঈদুল আজহা ৭ জুন')).toMatchObject({ size: 76, isWhole: true })
    expect(set('ঈদুল আজহা ৭ জুন').lines).toHaveLength(1)
  })

  test('that is longer shrinks, and is whole', () => {
    const { size, lines, isWhole } = set(middling)

    expect(isWhole).toBe(true)
    expect(size).toBeLessThan(76)
    expect(lines.join(' ').replaceAll('\u00a0', ' ')).toBe(middling.normalize('NFC'))
  })

  test('that is too long takes four lines at the smallest size and ends in … after a word', () => {
    const { size, lines, isWhole } = set(endless)
    const shown = lines.join(' ').replace(/…$/, '')
    const [next] = endless.normalize('NFC').slice(shown.length)

    expect({ size, isWhole, count: lines.length }).toEqual({ size: 44, isWhole: false, count: 4 })
    expect(lines.at(-1)).toMatch(/\p{L}\p{M}*…$/u)
    expect(endless.normalize('NFC').startsWith(shown)).toBe(true)
    expect(next).toMatch(/[ ,]/)
  })

  test('stands in lines that are even, not in a full one and a rest', () => {
    const { lines, size } = set('ক্রিকেটে ঐতিহাসিক জয়: অস্ট্রেলিয়াকে হারাল বাংলাদেশ', { minSize: 76 })
    const [first = '', second = ''] = lines

    expect(lines).toHaveLength(2)
    expect(lineWidth(font, second, size) / lineWidth(font, first, size)).toBeGreaterThan(0.6)
  })

  test.each([
    ['a number from what it counts', 'অস্ট্রেলিয়াকে হারাল বাংলাদেশ ৪ উইকেটে আজ রাতে', /৪$/u],
    ['a compound at its hyphen', 'উপকূলের মানুষ এখনো ব-দ্বীপ ছেড়ে যেতে চান না', /ব-$/u],
  ])('is not broken apart: %s', (_, text, wrong) => {
    for (let width = 400; width < 1080; width += 20) {
      const { lines } = set(text, { width, maxLines: 9, height: 2_000, maxSize: 60, minSize: 60 })
      expect(lines.filter((line) => wrong.test(line))).toEqual([])
    }
  })

  test.each([
    ['of nothing', ''],
    ['of blanks', '  \n '],
  ])('may be one %s', (_, text) => {
    expect(set(text).lines.every((line) => lineWidth(font, line, 76) === 0)).toBe(true)
  })
})

describe('whatever is written', () => {
  const letters = fc.constantFrom(
    'ক্ষ',
    'স্ত্রী',
    'ন্ত্র',
    'র্ঙ্গ',
    'ৎ',
    'ো',
    'ি',
    '্',
    'র\u200d্য',
    'W',
    'm',
    '৮',
    '-',
    ',',
    '“',
  )
  const word = fc.array(letters, { minLength: 1, maxLength: 60 }).map((all) => all.join(''))
  const texts = fc
    .array(word, { minLength: 1, maxLength: 25 })
    .map((words) => normalizeText(words.join(' ')))
  const boxes = fc.record({
    width: fc.integer({ min: 200, max: 1_080 }),
    height: fc.integer({ min: 60, max: 500 }),
    maxLines: fc.integer({ min: 1, max: 5 }),
  })

  test('OG8 no line is wider than the box, and no more of them are there than it holds', () => {
    fc.assert(
      fc.property(texts, boxes, (text, room) => {
        const { lines, size } = set(text, room)
        const widths = lines.map((line) => lineWidth(font, line, size))
        expect(widths.filter((width) => width > room.width)).toEqual([])
        expect(lines.length).toBeLessThanOrEqual(
          Math.max(1, Math.min(room.maxLines, Math.floor(room.height / (size * box.lineHeight)))),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('nothing of a text is lost or doubled that is said to be whole', () => {
    const tight = (text: string) => text.replace(/[\s\u00a0]+/g, '')
    fc.assert(
      fc.property(texts, boxes, (text, room) => {
        const { lines, isWhole } = set(text, room)
        const shown = tight(lines.join(''))
        expect(isWhole ? shown : tight(text).startsWith(shown.replace(/…$/, ''))).toBe(
          isWhole ? tight(text) : true,
        )
        expect(lines.filter((line) => countGraphemes(line) === 0)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWords, type DiffSegment } from './compare-words'

const shown = (segments: DiffSegment[]) =>
  segments
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `[+${text}+]`,
    )
    .join('')

describe('words compared', () => {
  test.each([
    ['পানি বাড়ছে।', 'পানি কমছে।', 'পানি [-বাড়ছে-][+কমছে+]।'],
    ['র‍্যাব আসে', 'র‌্যাব আসে', '[-র‍্যাব-][+র‌্যাব+] আসে'],
    ['স্ত্রীর কথা', 'স্ত্রী কথা', '[-স্ত্রীর-][+স্ত্রী+] কথা'],
    ['এক দুই তিন', 'এক চার পাঁচ', 'এক [-দুই তিন-][+চার পাঁচ+]'],
    ['এক দুই', 'এক মাঝে দুই', 'এক [+মাঝে +]দুই'],
    ['সব এক', 'সব এক', 'সব এক'],
    ['', 'নতুন', '[+নতুন+]'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(compareWords(before, after))).toBe(expected)
  })

  test('hold both texts to the letter', () => {
    const text = fc
      .array(fc.constantFrom('ক', 'ক্ষ', ' ', 'র‍্যাব', '।', '৭.৫', '\n', 'x'))
      .map((all) => all.join(''))
    const without = (kind: DiffSegment['kind'], all: DiffSegment[]) =>
      all
        .filter((each) => each.kind !== kind)
        .map((each) => each.text)
        .join('')

    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = compareWords(before, after)

        expect(without('inserted', segments)).toBe(before)
        expect(without('deleted', segments)).toBe(after)
      }),
    )
  })
})

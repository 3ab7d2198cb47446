import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindHeadline } from './bind'

test.each([
  ['জেনেভায় ১৪ ব-দ্বীপ দেশের সমঝোতা', ['১৪ ব-দ্বীপ']],
  ['খুলনাকে ৪ উইকেটে হারিয়ে রংপুর', ['৪ উইকেটে']],
  ['দর-কষাকষির পর সই', ['দর-কষাকষির']],
  ['১,২৩৪ কোটি টাকার প্রকল্প', ['১,২৩৪ কোটি']],
  ['আন্তঃপ্রতিষ্ঠান-সমন্বয়হীনতার খেসারত', []],
  ['সাধারণ শিরোনাম', []],
  ['', []],
])('in “%s” the bound pieces are %j', (headline, bound) => {
  const pieces = bindHeadline(headline)

  expect(pieces.filter((piece) => piece.isBound).map((piece) => piece.text)).toEqual(bound)
})

test('the pieces joined are the headline, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(
        bindHeadline(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

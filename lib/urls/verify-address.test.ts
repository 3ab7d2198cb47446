import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { readAddress } from '@/server/http/address'
import { codeAlphabet, codeLength, formatCode, parseCode, verifyPath } from './verify-address'

const code = fc
  .array(fc.constantFrom(...codeAlphabet), { minLength: codeLength, maxLength: codeLength })
  .map((letters) => letters.join(''))

const own = 'k7mx93pfcwr4'

describe('a code is read however it was typed', () => {
  test.each([
    ['as it is printed', 'K7MX-93PF-CWR4'],
    ['without hyphens', 'K7MX93PFCWR4'],
    ['in small letters', 'k7mx-93pf-cwr4'],
    ['with hyphens elsewhere', 'k7-mx93p-fcw-r4'],
    ['with blanks', ' K7MX 93PF  CWR4 '],
    ['with other dashes and dots', 'K7MX–93PF—CWR4.'],
    ['with Bengali digits', 'K৭MX-৯৩PF-CWR৪'],
    ['in wide letters', 'Ｋ７ＭＸ９３ＰＦＣＷＲ４'],
    [
      'as the address that the square leads to',
      'https://paper.example/verify/k7mx-93pf-cwr4?x=1#y',
    ],
  ])('%s', (_, typed) => {
    expect(parseCode(typed)).toBe(own)
  })

  test('and what eyes take for another letter is that letter', () => {
    expect(parseCode('8652-V777-7777')).toBe(parseCode('BGSZ-U777-7777'))
  })

  test.each([
    '',
    '-',
    'K7MX-93PF-CWR',
    'K7MX-93PF-CWR44',
    'K7MX-93PF-CWRA',
    'K7MX-93PF-CWR0',

    'K7MX-93PF-CWR1',
    'K7MX/93PF/CWR4',
    'কখগঘ-ঙচছজ-ঝঞটঠ',
    '%',
    '\u0000',
    '../../etc',
    'verify/',
    'K7MX-93PF-CWR4'.repeat(1_000),
    ' '.repeat(100_000),
    '\ud800',
  ])('“%.20s” is none', (typed) => {
    expect(parseCode(typed)).toBeNull()
  })

  test('whichever it is, printed or in an address', () => {
    fc.assert(
      fc.property(code, (plain) => {
        expect(parseCode(formatCode(plain))).toBe(plain)
        expect(parseCode(toBengaliDigits(formatCode(plain)))).toBe(plain)
        expect(parseCode(`https://paper.example${verifyPath(plain)}`)).toBe(plain)
      }),
    )
  })

  test('and nothing that is typed makes it throw or answer what is no code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        expect(parseCode(typed) ?? own).toMatch(/^[23456789cdfhjkmnpqrtvwxy]{12}$/)
      }),
    )
  })
})

describe('a code is hard to guess and easy to read', () => {
  test('in more than fifty bits', () => {
    expect(Math.log2(codeAlphabet.length) * codeLength).toBeGreaterThan(50)
  })

  test('without letters that look alike, and without vowels', () => {
    expect([...'01oilaeubsgz'].filter((letter) => codeAlphabet.includes(letter))).toEqual([])
  })
})

describe('whatever was typed has one address', () => {
  test.each([
    ['a code', 'K7MX93PFCWR4', '/verify/k7mx-93pf-cwr4'],
    ['nothing', '', '/verify'],
    ['blanks', ' \t ', '/verify'],
    ['dots', '..', '/verify'],
    ['words', 'Hello  World', '/verify/hello%20world'],
    ['a slash', 'a/b\\c', '/verify/a%20b%20c'],
    ['a code with slashes', 'K7MX/93PF/CWR4', '/verify/k7mx-93pf-cwr4'],
    ['Bengali', 'কোড', `/verify/${encodeURIComponent('কোড')}`],
  ])('%s', (_, typed, path) => {
    expect(verifyPath(typed)).toBe(path)
  })

  test('where the server has its page, without another step', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(...'K7mx93PfcWR4-–./ \\%কি্‍\u0000'), maxLength: 60 }),
    )

    fc.assert(
      fc.property(typed, (text) => {
        const path = verifyPath(text)
        expect(readAddress(path)).toEqual({ kind: 'document', path })
      }),
      { numRuns: 1_000 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { reportInput } from './input'
import { reportLimits } from './report'

const sent = { articleId: 7, formKey: 'key', fault: 'সাল ভুল', passage: '', contact: '' }
const parse = (fields: object) => reportInput.safeParse({ ...sent, ...fields })
const faultOf = (fault: string) => parse({ fault }).data?.fault

describe('a report is cleaned before it is stored', () => {
  test.each([
    ['NUL and other control characters', 'সাল\u0000 ভুল\u0007\u001b', 'সাল ভুল'],
    ['lone surrogates', 'সাল \ud800 ভুল', 'সাল \ufffd ভুল'],
    ['line breaks of all kinds', 'এক\r\nদুই\rতিন', 'এক\nদুই\nতিন'],
    ['marks that turn the direction of text', 'সাল\u202e ভুল', 'সাল ভুল'],
    ['blanks around it', '  সাল ভুল \n', 'সাল ভুল'],
    ['letters in pieces', '\u09af\u09bc', '\u09af\u09bc'],
  ])('%s', (_, typed, stored) => {
    expect(faultOf(typed)).toBe(stored)
  })

  test('a word without an end is stored as it is', () => {
    const word = 'ক'.repeat(reportLimits.fault)

    expect(faultOf(word)).toBe(word)
  })

  test('what was left out is null', () => {
    expect(parse({}).data).toMatchObject({ passage: null, contact: null })
  })
})

describe('a report is refused', () => {
  test.each([
    ['without a word', { fault: ' \n\u0000' }],
    ['with a text that is too long', { fault: 'ক'.repeat(reportLimits.fault + 1) }],
    ['with a passage that is too long', { passage: 'ক'.repeat(reportLimits.passage + 1) }],
    ['with a contact that is too long', { contact: 'ক'.repeat(reportLimits.contact + 1) }],
    ['of a story that cannot be', { articleId: 2 ** 31 }],
    ['without the key of its form', { formKey: '' }],
  ])('%s', (_, fields) => {
    const parsed = parse(fields)

    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(fields))
  })
})

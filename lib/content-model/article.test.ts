import { describe, expect, test } from 'vitest'
import {
  type ArticleStatus,
  articlePath,
  authorPath,
  isPublic,
  publicAt,
  readNumber,
  topicPath,
} from './article'

const nine = new Date('2026-03-26T03:00:00.000Z')
const ten = new Date('2026-03-26T04:00:00.000Z')
const eleven = new Date('2026-03-26T05:00:00.000Z')

describe('readers may see a story from the later of our plan and the source’s limit', () => {
  const cases: [ArticleStatus, Date | null, Date | null, Date | null][] = [
    ['draft', null, null, null],
    ['draft', nine, null, null],
    ['draft', nine, ten, null],
    ['inReview', null, null, null],
    ['inReview', nine, ten, null],
    ['scheduled', nine, null, nine],
    ['scheduled', nine, ten, ten],
    ['scheduled', ten, nine, ten],
    ['scheduled', ten, ten, ten],
    ['scheduled', null, ten, ten],
    ['scheduled', null, null, null],
    ['published', nine, null, nine],
    ['published', nine, ten, ten],
    ['published', ten, nine, ten],
    ['published', null, null, null],
    ['withdrawn', nine, null, null],
    ['withdrawn', nine, ten, null],
    ['withdrawn', null, null, null],
  ]

  test.each(cases)('%s, planned %s, embargo %s → %s', (status, publishAt, embargoUntil, from) => {
    const story = { status, publishAt, embargoUntil }

    expect(publicAt(story)).toEqual(from)
  })
})

describe('time decides whether a story is public', () => {
  const cases: [ArticleStatus, Date | null, Date | null, Date, boolean][] = [
    ['published', ten, null, nine, false],
    ['published', ten, null, new Date(ten.getTime() - 1), false],
    ['published', ten, null, ten, true],
    ['published', ten, null, eleven, true],
    ['scheduled', ten, null, new Date(ten.getTime() - 1), false],
    ['scheduled', ten, null, ten, true],
    ['scheduled', nine, eleven, ten, false],
    ['scheduled', nine, eleven, eleven, true],
    ['published', nine, eleven, ten, false],
    ['published', nine, eleven, eleven, true],
    ['draft', nine, null, eleven, false],
    ['inReview', nine, nine, eleven, false],
    ['withdrawn', nine, null, eleven, false],
    ['scheduled', null, null, eleven, false],
  ]

  test.each(cases)(
    '%s, planned %s, embargo %s, at %s → %s',
    (status, publishAt, embargoUntil, now, isOut) => {
      expect(isPublic({ status, publishAt, embargoUntil }, now)).toBe(isOut)
    },
  )
})

describe('only a whole positive number in Latin digits is a number in an address', () => {
  test.each([
    ['1', 1],
    ['12345', 12_345],
    ['2147483647', 2_147_483_647],
  ])('%s is %i', (part, number) => {
    expect(readNumber(part)).toBe(number)
  })

  test.each([
    '',
    '0',
    '01',
    '-1',
    '+1',
    '1.0',
    '1e3',
    '0x1',
    ' 1',
    '1 ',
    '1\n',
    '১২',
    '12a',
    '2147483648',
    '9999999999',
    '12345678901',
    '999999999999999999999',
    'NaN',
    'Infinity',
  ])('%j is none', (part) => {
    expect(readNumber(part)).toBeNull()
  })
})

test('a story, a topic and an author have one address each', () => {
  expect(articlePath({ id: 7, category: { slug: 'sports' } })).toBe('/sports/7')
  expect(topicPath({ slug: 'election' })).toBe('/topic/election')
  expect(authorPath({ slug: 'rahnuma' })).toBe('/author/rahnuma')
})

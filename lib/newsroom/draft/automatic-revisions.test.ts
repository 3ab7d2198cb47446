import { describe, expect, test } from 'vitest'
import { expiredRevisions, removesMuch } from './automatic-revisions'
import { blankContent, type StoryContent } from './story-content'

const written = (text: string, given: Partial<StoryContent> = {}): StoryContent => ({
  ...blankContent('national'),
  body: [{ kind: 'paragraph', content: [{ text }] }],
  ...given,
})
const nine = 'এক দুই তিন চার পাঁচ ছয় সাত আট নয়'

describe('a save takes much away', () => {
  test.each([
    ['all of it', nine, ''],
    ['all of it, with as much written in its place', nine, 'ক খ গ ঘ ঙ চ ছ জ ঝ'],
    ['four words of nine', nine, 'এক দুই তিন চার পাঁচ'],
    ['one of two equal halves', `${nine} ${nine}`, nine],
  ])('when it lacks %s', (_, before, after) => {
    expect(removesMuch(written(before), written(after))).toBe(true)
  })

  test.each([
    ['three words of nine', nine, 'এক দুই তিন চার পাঁচ ছয়'],
    ['nothing', nine, `${nine} দশ`],
    ['nothing, and the words stand elsewhere', nine, nine.split(' ').toReversed().join(' ')],
    ['a few words that were all there was', 'এক দুই তিন চার', ''],
  ])('but not when it lacks %s', (_, before, after) => {
    expect(removesMuch(written(before), written(after))).toBe(false)
  })

  test('also in the headline and the standfirst', () => {
    const before = written('এক দুই', { headline: 'তিন চার', standfirst: 'পাঁচ ছয় সাত' })

    expect(removesMuch(before, written('এক দুই', { headline: 'তিন চার' }))).toBe(true)
  })
})

describe('automatic revisions', () => {
  const now = new Date('2026-06-15T12:00:00Z')
  const minutesAgo = (minutes: number) => ({
    minutes,
    createdAt: new Date(now.getTime() - minutes * 60_000),
  })
  const staying = (ages: number[]) => {
    const all = ages.map(minutesAgo)
    const expired = new Set(expiredRevisions(all, now).map(({ minutes }) => minutes))
    return ages.filter((age) => !expired.has(age))
  }
  const [hour, day] = [60, 24 * 60]

  test('of the last hour all stay', () => {
    const ages = Array.from({ length: 20 }, (_, at) => at * 3)

    expect(staying(ages)).toEqual(ages)
  })

  test.each([
    ['an hour of the last day', [5 * hour + 10, 5 * hour + 20, 5 * hour + 50], [5 * hour + 10]],
    ['a day of the last month', [3 * day + 13 * hour, 3 * day + 20 * hour], [3 * day + 13 * hour]],
    [
      'two days',
      [3 * day + 13 * hour, 4 * day + 13 * hour],
      [3 * day + 13 * hour, 4 * day + 13 * hour],
    ],
  ])('of %s the newest stays', (_, ages, expected) => {
    expect(staying(ages)).toEqual(expected)
  })

  test('of a year of work on one story fewer than eighty stay', () => {
    const everyThreeMinutesOfAnHourADay = Array.from({ length: 365 }, (_, days) =>
      Array.from({ length: 20 }, (_, at) => days * day + at * 3),
    ).flat()

    expect(staying(everyThreeMinutesOfAnHourADay).length).toBeLessThan(80)
  })
})

import { describe, expect, test } from 'vitest'
import { formatReadingTime, readingMinutes, WORDS_PER_MINUTE } from './reading-time'

describe('the time a story takes', () => {
  test.each([
    [0, 0],
    [1, 1],
    [WORDS_PER_MINUTE, 1],
    [WORDS_PER_MINUTE * 1.4, 1],
    [WORDS_PER_MINUTE * 1.5, 2],
    [WORDS_PER_MINUTE * 10, 10],
  ])('%i words take %i minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes)
  })

  test.each([
    [0, ''],
    [1, '১ মিনিটের পাঠ'],
    [12, '১২ মিনিটের পাঠ'],
  ])('%i minutes read %j', (minutes, label) => {
    expect(formatReadingTime(minutes)).toBe(label)
  })
})

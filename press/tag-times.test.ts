import { describe, expect, test } from 'vitest'
import { TagTimes } from './tag-times'

describe('a document is stale once news of one of its tags comes after its making began', () => {
  test('without news nothing is stale', () => {
    const times = new TagTimes()

    expect(times.isStale(['front'], times.now)).toBe(false)
  })

  test('news of one of several tags is enough', () => {
    const times = new TagTimes()
    const since = times.now

    times.expire(['article:7'])

    expect(times.isStale(['front', 'article:7'], since)).toBe(true)
    expect(times.isStale(['front', 'article:8'], since)).toBe(false)
    expect(times.isStale([], since)).toBe(false)
  })

  test('what was made after the news is fresh', () => {
    const times = new TagTimes()

    times.expire(['front'])

    expect(times.isStale(['front'], times.now)).toBe(false)
  })

  test('later news of another tag does not hide earlier news', () => {
    const times = new TagTimes()
    const since = times.now

    times.expire(['front'])
    times.expire(['latest'])

    expect(times.isStale(['front'], since)).toBe(true)
    expect(times.isStale(['latest'], since)).toBe(true)
  })

  test('news that may have been missed makes all stale, once', () => {
    const times = new TagTimes()
    const before = times.now

    times.expireAll()
    const after = times.now

    expect(times.isStale(['anything'], before)).toBe(true)
    expect(times.isStale([], before)).toBe(true)
    expect(times.isStale(['anything'], after)).toBe(false)
  })

  test('every piece of news is counted, so that a making that began before it is told apart', () => {
    const times = new TagTimes()
    const counts = [times.now]

    times.expire(['a'])
    counts.push(times.now)
    times.expire(['a'])
    counts.push(times.now)

    expect(new Set(counts).size).toBe(3)
  })
})

import { describe, expect, test } from 'vitest'
import { standInMs, TagTimes } from './tag-times'

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

describe('old news are told from young ones', () => {
  /** Tag times with a clock that a test sets. */
  function timesAt(nowMs = 1_000_000) {
    const clock = { nowMs }
    return { clock, times: new TagTimes(() => clock.nowMs) }
  }

  test('news are old when they have been out for as long as an old copy may stand in', () => {
    const { times, clock } = timesAt()
    const since = times.now

    times.expire(['latest'])
    const answers = [0, standInMs - 1, 1].map((ms) => {
      clock.nowMs += ms
      return times.isLongStale(['latest'], since)
    })

    expect(answers).toEqual([false, false, true])
  })

  test('a copy that came between old news and young ones has missed only the young', () => {
    const { times, clock } = timesAt()
    times.expire(['latest'])
    clock.nowMs += 2_000
    const between = times.now
    times.expire(['latest'])
    clock.nowMs += standInMs - 2_000

    expect(times.isLongStale(['latest'], between)).toBe(false)
    expect(times.isLongStale(['latest'], between - 1)).toBe(true)
  })

  test('however many news come, the first that was missed decides', () => {
    const { times, clock } = timesAt()
    const since = times.now

    for (let news = 0; news < 1_000; news += 1) {
      times.expire(['latest'])
      clock.nowMs += (2 * standInMs) / 1_000
    }

    expect(times.isLongStale(['latest'], since)).toBe(true)
    expect(times.isLongStale(['latest'], times.now - 100)).toBe(false)
  })

  test('news heard late are as old as they are', () => {
    const { times, clock } = timesAt()
    const since = times.now

    times.expire(['latest'], clock.nowMs - standInMs, clock.nowMs - standInMs)

    expect(times.isLongStale(['latest'], since)).toBe(true)
  })

  test('for a copy of another process the time of its making decides', () => {
    const { times, clock } = timesAt()
    const madeAtMs = clock.nowMs

    times.expire(['latest'], clock.nowMs + 120_000)
    clock.nowMs += 120_000 + standInMs
    const old = times.isLongStaleSince(['latest'], madeAtMs)

    expect(old).toBe(true)
    expect(times.isLongStaleSince(['latest'], madeAtMs + 240_000)).toBe(false)
    expect(times.isLongStaleSince(['front'], madeAtMs)).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { staleWindowMs, TagVersions } from './tag-versions'

describe('a document is stale once news of one of its tags comes after its making began', () => {
  test('without news nothing is stale', () => {
    const versions = new TagVersions()

    expect(versions.isStale(['front'], versions.current)).toBe(false)
  })

  test('news of one of several tags is enough', () => {
    const versions = new TagVersions()
    const since = versions.current

    versions.invalidate(['article:7'])

    expect(versions.isStale(['front', 'article:7'], since)).toBe(true)
    expect(versions.isStale(['front', 'article:8'], since)).toBe(false)
    expect(versions.isStale([], since)).toBe(false)
  })

  test('what was made after the news is fresh', () => {
    const versions = new TagVersions()

    versions.invalidate(['front'])

    expect(versions.isStale(['front'], versions.current)).toBe(false)
  })

  test('later news of another tag does not hide earlier news', () => {
    const versions = new TagVersions()
    const since = versions.current

    versions.invalidate(['front'])
    versions.invalidate(['latest'])

    expect(versions.isStale(['front'], since)).toBe(true)
    expect(versions.isStale(['latest'], since)).toBe(true)
  })

  test('news that may have been missed makes all stale, once', () => {
    const versions = new TagVersions()
    const before = versions.current

    versions.invalidateAll()
    const after = versions.current

    expect(versions.isStale(['anything'], before)).toBe(true)
    expect(versions.isStale([], before)).toBe(true)
    expect(versions.isStale(['anything'], after)).toBe(false)
  })

  test('every piece of news is counted, so that a making that began before it is told apart', () => {
    const versions = new TagVersions()
    const counts = [versions.current]

    versions.invalidate(['a'])
    counts.push(versions.current)
    versions.invalidate(['a'])
    counts.push(versions.current)

    expect(new Set(counts).size).toBe(3)
  })
})

describe('old news are told from young ones', () => {
  /** Tag versions with a clock that a test sets. */
  function versionsAt(nowMs = 1_000_000) {
    const clock = { nowMs }
    return { clock, versions: new TagVersions(() => clock.nowMs) }
  }

  test('news are old when they have been out for as long as an old copy may stand in', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    versions.invalidate(['latest'])
    const answers = [0, staleWindowMs - 1, 1].map((ms) => {
      clock.nowMs += ms
      return versions.isPastStaleWindow(['latest'], since)
    })

    expect(answers).toEqual([false, false, true])
  })

  test('a copy that came between old news and young ones has missed only the young', () => {
    const { versions, clock } = versionsAt()
    versions.invalidate(['latest'])
    clock.nowMs += 2_000
    const between = versions.current
    versions.invalidate(['latest'])
    clock.nowMs += staleWindowMs - 2_000

    expect(versions.isPastStaleWindow(['latest'], between)).toBe(false)
    expect(versions.isPastStaleWindow(['latest'], between - 1)).toBe(true)
  })

  test('however many news come, the first that was missed decides', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    for (let invalidations = 0; invalidations < 1_000; invalidations += 1) {
      versions.invalidate(['latest'])
      clock.nowMs += (2 * staleWindowMs) / 1_000
    }

    expect(versions.isPastStaleWindow(['latest'], since)).toBe(true)
    expect(versions.isPastStaleWindow(['latest'], versions.current - 100)).toBe(false)
  })

  test('news heard late are as old as they are', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    versions.invalidate(['latest'], clock.nowMs - staleWindowMs, clock.nowMs - staleWindowMs)

    expect(versions.isPastStaleWindow(['latest'], since)).toBe(true)
  })

  test('for a copy of another process the time of its making decides', () => {
    const { versions, clock } = versionsAt()
    const madeAtMs = clock.nowMs

    versions.invalidate(['latest'], clock.nowMs + 120_000)
    clock.nowMs += 120_000 + staleWindowMs
    const old = versions.isPastStaleWindowSince(['latest'], madeAtMs)

    expect(old).toBe(true)
    expect(versions.isPastStaleWindowSince(['latest'], madeAtMs + 240_000)).toBe(false)
    expect(versions.isPastStaleWindowSince(['front'], madeAtMs)).toBe(false)
  })
})

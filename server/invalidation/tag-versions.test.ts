import { describe, expect, test } from 'vitest'
import { staleWindowMs, TagVersions } from './tag-versions'

describe('a page is stale once one of its tags is invalidated after its render began', () => {
  test('without an invalidation no page is stale', () => {
    const versions = new TagVersions()

    expect(versions.isStale(['front'], versions.current)).toBe(false)
  })

  test('the invalidation of one of several tags is enough', () => {
    const versions = new TagVersions()
    const since = versions.current

    versions.invalidate(['article:7'])

    expect(versions.isStale(['front', 'article:7'], since)).toBe(true)
    expect(versions.isStale(['front', 'article:8'], since)).toBe(false)
    expect(versions.isStale([], since)).toBe(false)
  })

  test('a page rendered after the invalidation is fresh', () => {
    const versions = new TagVersions()

    versions.invalidate(['front'])

    expect(versions.isStale(['front'], versions.current)).toBe(false)
  })

  test('a later invalidation of another tag does not hide an earlier one', () => {
    const versions = new TagVersions()
    const since = versions.current

    versions.invalidate(['front'])
    versions.invalidate(['latest'])

    expect(versions.isStale(['front'], since)).toBe(true)
    expect(versions.isStale(['latest'], since)).toBe(true)
  })

  test('an invalidation that may have been missed makes all pages stale, once', () => {
    const versions = new TagVersions()
    const before = versions.current

    versions.invalidateAll()
    const after = versions.current

    expect(versions.isStale(['anything'], before)).toBe(true)
    expect(versions.isStale([], before)).toBe(true)
    expect(versions.isStale(['anything'], after)).toBe(false)
  })

  test('every invalidation is counted, so that a render that began before it is recognised', () => {
    const versions = new TagVersions()
    const counts = [versions.current]

    versions.invalidate(['a'])
    counts.push(versions.current)
    versions.invalidate(['a'])
    counts.push(versions.current)

    expect(new Set(counts).size).toBe(3)
  })
})

describe('old and recent invalidations are distinguished', () => {
  /** Tag versions with a clock that a test sets. */
  function versionsAt(nowMs = 1_000_000) {
    const clock = { nowMs }
    return { clock, versions: new TagVersions(() => clock.nowMs) }
  }

  test('an invalidation is old once the stale window has passed', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    versions.invalidate(['latest'])
    const answers = [0, staleWindowMs - 1, 1].map((ms) => {
      clock.nowMs += ms
      return versions.isPastStaleWindow(['latest'], since)
    })

    expect(answers).toEqual([false, false, true])
  })

  test('a page rendered between an old and a recent invalidation has missed only the recent one', () => {
    const { versions, clock } = versionsAt()
    versions.invalidate(['latest'])
    clock.nowMs += 2_000
    const between = versions.current
    versions.invalidate(['latest'])
    clock.nowMs += staleWindowMs - 2_000

    expect(versions.isPastStaleWindow(['latest'], between)).toBe(false)
    expect(versions.isPastStaleWindow(['latest'], between - 1)).toBe(true)
  })

  test('the first missed invalidation decides, however many follow', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    for (let invalidations = 0; invalidations < 1_000; invalidations += 1) {
      versions.invalidate(['latest'])
      clock.nowMs += (2 * staleWindowMs) / 1_000
    }

    expect(versions.isPastStaleWindow(['latest'], since)).toBe(true)
    expect(versions.isPastStaleWindow(['latest'], versions.current - 100)).toBe(false)
  })

  test('an invalidation received late counts from when it was made', () => {
    const { versions, clock } = versionsAt()
    const since = versions.current

    versions.invalidate(['latest'], clock.nowMs - staleWindowMs, clock.nowMs - staleWindowMs)

    expect(versions.isPastStaleWindow(['latest'], since)).toBe(true)
  })

  test('for a page of another process the time of its render decides', () => {
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

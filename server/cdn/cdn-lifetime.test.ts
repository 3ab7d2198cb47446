import { expect, test } from 'vitest'
import { cdnLifetimeOf, surrogateControl } from './cdn-lifetime'

const never = Number.POSITIVE_INFINITY
const now = 1_000_000
const day = 86_400

test.each([
  ['as ever', { staleAt: never, ownStaleAt: never }, false, 600, day],
  [
    'a story of its list appears in a minute',
    { staleAt: now + 60_900, ownStaleAt: never },
    false,
    60,
    day,
  ],
  ['its time is over', { staleAt: now - 5_000, ownStaleAt: never }, false, 0, day],
  ['an old copy that the server hands out', { staleAt: never, ownStaleAt: never }, true, 1, day],
  [
    'hidden until its hour, and not a second longer',
    { staleAt: never, ownStaleAt: now + 90_000 },
    false,
    90,
    0,
  ],
  ['hidden for long', { staleAt: never, ownStaleAt: now + 9_000_000 }, false, 600, 0],
])('%s', (_, page, isStale, freshSeconds, staleIfErrorSeconds) => {
  const staleWhileRevalidateSeconds = staleIfErrorSeconds === 0 ? 0 : 4

  expect(cdnLifetimeOf(page, now, isStale)).toEqual({
    freshSeconds,
    staleWhileRevalidateSeconds,
    staleIfErrorSeconds,
  })
})

test('edges read it as Surrogate-Control', () => {
  expect(
    surrogateControl({
      freshSeconds: 600,
      staleWhileRevalidateSeconds: 4,
      staleIfErrorSeconds: day,
    }),
  ).toBe('max-age=600, stale-while-revalidate=4, stale-if-error=86400')
})

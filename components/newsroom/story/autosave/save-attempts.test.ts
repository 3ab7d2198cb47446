import { describe, expect, test } from 'vitest'
import { maxAttempts } from '@/lib/newsroom/draft/working-copy'
import { SaveAttempts } from './save-attempts'

/** Sends once; returns the attempt's name. */
function send(attempts: SaveAttempts): string {
  const text = attempts.next()
  attempts.markSent(text)
  return text.attempt
}

describe('saves without a response', () => {
  test('are named in the next save, newest first', () => {
    const attempts = new SaveAttempts(3)
    const [first, second] = [send(attempts), send(attempts)]

    expect(attempts.next()).toMatchObject({ onVersion: 3, earlier: [second, first] })
  })

  test('that arrived settle the earlier ones, not a later one', () => {
    const attempts = new SaveAttempts(3)
    const [, second, third] = [send(attempts), send(attempts), send(attempts)]

    expect(attempts.confirm(4, second)).toBe(true)

    expect(attempts.version).toBe(4)
    expect(attempts.names).toEqual([third])
  })

  test('whose response is late do not lower the version', () => {
    const attempts = new SaveAttempts(3)
    const [first, second] = [send(attempts), send(attempts)]
    attempts.confirm(5, second)

    expect(attempts.confirm(4, first)).toBe(false)
    expect(attempts.version).toBe(5)
  })

  test('are limited to the number that the server remembers; then the last arrival is requested', () => {
    const attempts = new SaveAttempts(3)
    const names = Array.from({ length: maxAttempts + 3 }, () => send(attempts))

    expect(attempts.isFull).toBe(true)
    expect(attempts.names).toEqual(names.toReversed().slice(0, maxAttempts))
    attempts.resolveLatest(names.at(-2), 7)
    expect([attempts.version, attempts.names]).toEqual([7, []])
  })

  test('leave the version unchanged when another user wrote the server text', () => {
    const attempts = new SaveAttempts(3)
    send(attempts)

    attempts.resolveLatest('somebody-else', 9)

    expect([attempts.version, attempts.names]).toEqual([3, []])
  })

  test('of a closed page are contained in the next text', () => {
    const attempts = new SaveAttempts(3)

    attempts.inherit(['old-b', 'old-a'])

    expect(attempts.next().earlier).toEqual(['old-b', 'old-a'])
  })
})

import { describe, expect, test } from 'vitest'
import { maxAttempts } from '@/lib/newsroom/draft/working-copy'
import { SaveAttempts } from './save-attempts'

/** Sends once; answers under which name. */
function send(attempts: SaveAttempts): string {
  const text = attempts.next()
  attempts.markSent(text)
  return text.attempt
}

describe('saves that were not answered', () => {
  test('are named to the server with the next, the newest first', () => {
    const attempts = new SaveAttempts(3)
    const [first, second] = [send(attempts), send(attempts)]

    expect(attempts.next()).toMatchObject({ onVersion: 3, earlier: [second, first] })
  })

  test('that arrived take those before them along, not one that was sent after', () => {
    const attempts = new SaveAttempts(3)
    const [, second, third] = [send(attempts), send(attempts), send(attempts)]

    expect(attempts.confirm(4, second)).toBe(true)

    expect(attempts.version).toBe(4)
    expect(attempts.names).toEqual([third])
  })

  test('and whose answer comes late do not take the version back', () => {
    const attempts = new SaveAttempts(3)
    const [first, second] = [send(attempts), send(attempts)]
    attempts.confirm(5, second)

    expect(attempts.confirm(4, first)).toBe(false)
    expect(attempts.version).toBe(5)
  })

  test('are as many as the server remembers, and then it is asked which came', () => {
    const attempts = new SaveAttempts(3)
    const names = Array.from({ length: maxAttempts + 3 }, () => send(attempts))

    expect(attempts.isFull).toBe(true)
    expect(attempts.names).toEqual(names.toReversed().slice(0, maxAttempts))
    attempts.resolveLatest(names.at(-2), 7)
    expect([attempts.version, attempts.names]).toEqual([7, []])
  })

  test('none of which is what the server has leave the version: somebody else wrote', () => {
    const attempts = new SaveAttempts(3)
    send(attempts)

    attempts.resolveLatest('somebody-else', 9)

    expect([attempts.version, attempts.names]).toEqual([3, []])
  })

  test('of a page that is gone are contained in what is written next', () => {
    const attempts = new SaveAttempts(3)

    attempts.inherit(['old-b', 'old-a'])

    expect(attempts.next().earlier).toEqual(['old-b', 'old-a'])
  })
})

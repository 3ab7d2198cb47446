import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { Guesses, guessesWithinMs } from './guesses'
import { proxiesFrom } from './visitor'

function open() {
  let now = 1_000
  const guesses = new Guesses({ proxies: proxiesFrom(['127.0.0.1']), clock: () => now })
  return { guesses, pass: (ms: number) => (now += ms) }
}

const from = (address: string) =>
  ({
    socket: { remoteAddress: '127.0.0.1' },
    headers: { 'x-forwarded-for': address },
  }) as unknown as IncomingMessage

const take = (guesses: Guesses, address: string, count: number) =>
  Array.from({ length: count }, () => guesses.take(from(address)))

describe('nobody walks through codes', () => {
  test('thirty that are none are looked for, then that network waits', () => {
    const { guesses, pass } = open()

    const first = take(guesses, '203.0.113.7', 30)
    pass(1_000)
    const [next] = take(guesses, '203.0.113.7', 1)

    expect(first.every((wait) => wait === 0)).toBe(true)
    expect(next).toBe(guessesWithinMs - 1_000)
  })

  test('and may again when its time is over, as many as before', () => {
    const { guesses, pass } = open()
    take(guesses, '203.0.113.7', 40)

    pass(guessesWithinMs)

    expect(take(guesses, '203.0.113.7', 31).map((wait) => wait > 0)).toEqual([
      ...Array(30).fill(false),
      true,
    ])
  })

  test('others are not held up', () => {
    const { guesses } = open()
    take(guesses, '203.0.113.7', 40)

    expect(take(guesses, '203.0.113.8', 1)).toEqual([0])
  })

  test('a household’s many IPv6 addresses are one network', () => {
    const { guesses } = open()
    for (let at = 0; at < 30; at++) take(guesses, `2001:db8:1:2::${at.toString(16)}`, 1)

    expect(take(guesses, '2001:db8:1:2::ffff', 1)[0]).toBeGreaterThan(0)
    expect(take(guesses, '2001:db8:1:3::1', 1)).toEqual([0])
  })

  test('a code that is there is no guess', () => {
    const { guesses } = open()

    for (let at = 0; at < 100; at++) {
      expect(guesses.take(from('203.0.113.7'))).toBe(0)
      guesses.giveBack(from('203.0.113.7'))
    }
  })
})

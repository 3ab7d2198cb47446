import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { parseTrustedProxies } from './client-address'
import { type RateCounterStore, RateLimiter, rateLimitWindowMs } from './rate-limiter'

/** What all instances know, as their database does, by a clock that the test moves. */
function openShared(clock: () => number): RateCounterStore & { written: () => number } {
  const rows = new Map<string, { count: number; until: number }>()
  let written = 0
  const sharedCounters = (row: { count: number; until: number } | undefined) =>
    row && row.until > clock() ? { count: row.count, leftMs: row.until - clock() } : null
  return {
    written: () => written,
    find: async (network) => sharedCounters(rows.get(network)),
    add: async (network, withinMs) => {
      written += 1
      const known = sharedCounters(rows.get(network))
      const until = clock() + (known?.leftMs ?? withinMs)
      rows.set(network, { count: (known?.count ?? 0) + 1, until })
      return sharedCounters(rows.get(network))
    },
  }
}

function open() {
  let now = 1_000
  const clock = () => now
  const shared = openShared(clock)
  const proxies = parseTrustedProxies(['127.0.0.1'])
  const faults: unknown[] = []
  const instance = (known: RateCounterStore = shared) =>
    new RateLimiter({ proxies, clock, shared: known, onError: (error) => faults.push(error) })
  return { rateLimiter: instance(), instance, shared, faults, pass: (ms: number) => (now += ms) }
}

const from = (address: string) =>
  ({
    socket: { remoteAddress: '127.0.0.1' },
    headers: { 'x-forwarded-for': address },
  }) as unknown as IncomingMessage

/** That many codes that are none, one after another: for how long each had to wait. */
async function consume(
  rateLimiter: RateLimiter,
  address: string,
  count: number,
): Promise<number[]> {
  const waits: number[] = []
  for (let at = 0; at < count; at++) {
    const wait = await rateLimiter.consume(from(address))
    if (wait === 0) await rateLimiter.penalise(from(address))
    waits.push(wait)
  }
  return waits
}

describe('codes cannot be enumerated', () => {
  test('a network is refused after thirty unknown codes', async () => {
    const { rateLimiter, pass } = open()

    const first = await consume(rateLimiter, '203.0.113.7', 30)
    pass(1_000)
    const [next] = await consume(rateLimiter, '203.0.113.7', 1)

    expect(first.every((wait) => wait === 0)).toBe(true)
    expect(next).toBe(rateLimitWindowMs - 1_000)
  })

  test('a network has its full limit again after the window', async () => {
    const { rateLimiter, pass } = open()
    await consume(rateLimiter, '203.0.113.7', 40)

    pass(rateLimitWindowMs)

    expect((await consume(rateLimiter, '203.0.113.7', 31)).map((wait) => wait > 0)).toEqual([
      ...Array(30).fill(false),
      true,
    ])
  })

  test('other networks are not limited', async () => {
    const { rateLimiter } = open()
    await consume(rateLimiter, '203.0.113.7', 40)

    expect(await consume(rateLimiter, '203.0.113.8', 1)).toEqual([0])
  })

  test('a household’s many IPv6 addresses are one network', async () => {
    const { rateLimiter } = open()
    for (let at = 0; at < 30; at++)
      await consume(rateLimiter, `2001:db8:1:2::${at.toString(16)}`, 1)

    expect((await consume(rateLimiter, '2001:db8:1:2::ffff', 1))[0]).toBeGreaterThan(0)
    expect(await consume(rateLimiter, '2001:db8:1:3::1', 1)).toEqual([0])
  })

  test('a known code does not count and writes nothing', async () => {
    const { rateLimiter, shared } = open()

    for (let at = 0; at < 100; at++) {
      expect(await rateLimiter.consume(from('203.0.113.7'))).toBe(0)
      rateLimiter.refund(from('203.0.113.7'))
    }
    expect(shared.written()).toBe(0)
  })

  test('the limit holds across instances: thirty in all', async () => {
    const { instance, pass } = open()
    const [first, second, third] = [instance(), instance(), instance()]

    const waits = [
      ...(await consume(first, '203.0.113.7', 12)),
      ...(await consume(second, '203.0.113.7', 18)),
    ]
    pass(2_000)

    expect(waits.every((wait) => wait === 0)).toBe(true)
    for (const each of [first, second, third]) {
      expect(await consume(each, '203.0.113.7', 1)).toEqual([rateLimitWindowMs - 2_000])
    }
    expect(await consume(third, '203.0.113.8', 1)).toEqual([0])
  })

  test('the limit holds for concurrent requests: thirty are looked up', async () => {
    const { rateLimiter } = open()

    const waits = await Promise.all(
      Array.from({ length: 200 }, () => rateLimiter.consume(from('203.0.113.7'))),
    )

    expect(waits.filter((wait) => wait === 0)).toHaveLength(30)
  })

  test('while the database is down each instance counts alone, and logs it', async () => {
    const { instance, faults } = open()
    const gone = () => Promise.reject(new Error('gone'))
    const alone = instance({ find: gone, add: gone })

    const waits = await consume(alone, '203.0.113.7', 31)

    expect(waits.filter((wait) => wait > 0)).toEqual([rateLimitWindowMs])
    expect(faults.length).toBeGreaterThan(0)
  })
})

import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { parseTrustedProxies } from '@/server/rate-limit/client-address'
import { ReadLimit } from './read-limit'

const open = () => {
  const time = { now: 0 }
  const proxies = parseTrustedProxies(['127.0.0.1'])
  return { time, limit: new ReadLimit({ proxies, clock: () => time.now }) }
}
const from = (address: string) =>
  ({
    socket: { remoteAddress: '127.0.0.1' },
    headers: { 'x-forwarded-for': address },
  }) as unknown as IncomingMessage
const countTaken = (limit: ReadLimit, addresses: string[]) =>
  addresses.filter((address) => limit.consume(from(address))).length

test('of ten thousand beacons from one network three hundred are counted in a minute; another network is counted', () => {
  const { limit, time } = open()
  const flood = Array.from({ length: 10_000 }, () => '203.0.113.7')

  expect(countTaken(limit, flood)).toBe(300)
  expect(countTaken(limit, ['203.0.113.8'])).toBe(1)
  time.now = 60_000
  expect(countTaken(limit, flood)).toBe(300)
})

test('the addresses of one IPv6 household are one network', () => {
  const { limit } = open()
  const household = Array.from({ length: 1_000 }, (_, at) => `2001:db8:1:2::${at.toString(16)}`)

  expect(countTaken(limit, household)).toBe(300)
  expect(countTaken(limit, ['2001:db8:1:3::1'])).toBe(1)
})

test('the number of counters is bounded', () => {
  const { limit } = open()
  const networks = Array.from(
    { length: 30_000 },
    (_, at) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
  )

  expect(countTaken(limit, networks)).toBe(30_000)
  expect(limit.networkCount).toBe(20_000)
})

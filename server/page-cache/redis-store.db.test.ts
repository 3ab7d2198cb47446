import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TestRedis } from '@/tools/test-harness/processes/test-redis'
import { RedisStore } from './redis-store'

let redis: TestRedis
let open: RedisStore[]
let errors: unknown[]

function openStore(prefix = 'a:'): RedisStore {
  const made = new RedisStore({
    url: redis.url,
    prefix,
    onError: (error) => errors.push(error),
  })
  made.connect()
  open.push(made)
  return made
}

const connected = (made: RedisStore) =>
  vi.waitFor(() => expect(made.isConnected).toBe(true), { timeout: 8_000 })

beforeEach(async () => {
  redis = await TestRedis.start()
  open = []
  errors = []
})
afterEach(async () => {
  for (const made of open) made.close()
  await redis.kill()
})

test('one instance reads what another stored, byte for byte', async () => {
  const [one, two] = [openStore(), openStore()]
  await Promise.all([connected(one), connected(two)])
  const bytes = Buffer.from([0, 255, 10, 13, 128, 7])

  one.put('/national/7', bytes)

  await vi.waitFor(async () => expect(await two.find('/national/7')).toEqual(bytes))
  expect(await two.find('/national/8')).toBeNull()
})

test('pages of another build are not found', async () => {
  const [one, two] = [openStore('build-1:'), openStore('build-2:')]
  await Promise.all([connected(one), connected(two)])

  one.put('/', Buffer.from('x'))
  await vi.waitFor(async () => expect(await one.find('/')).not.toBeNull())

  expect(await two.find('/')).toBeNull()
})

test('without Redis the store is empty at once, and it is used again when it is back', async () => {
  const made = openStore()
  await connected(made)

  await redis.kill()
  await vi.waitFor(() => expect(made.isConnected).toBe(false))
  const meanwhile = await made.find('/')
  made.put('/', Buffer.from('lost'))
  await redis.restart()
  await connected(made)
  made.put('/', Buffer.from('kept'))

  expect(meanwhile).toBeNull()
  await vi.waitFor(async () => expect((await made.find('/'))?.toString()).toBe('kept'))
})

test('a Redis that hangs delays no request, and is used again when it answers', async () => {
  const made = openStore()
  await connected(made)
  made.put('/', Buffer.from('kept'))
  await vi.waitFor(async () => expect(await made.find('/')).not.toBeNull())

  redis.freeze()
  const began = performance.now()
  const first = await made.find('/')
  const others = await Promise.all(Array.from({ length: 100 }, () => made.find('/')))
  const waitedMs = performance.now() - began
  redis.thaw()
  await connected(made)

  expect([first, ...new Set(others)]).toEqual([null, null])
  expect(waitedMs).toBeLessThan(1_000)
  expect((await made.find('/'))?.toString()).toBe('kept')
})

test('a hanging Redis is noticed without a request', async () => {
  const made = openStore()
  await connected(made)

  redis.freeze()

  await vi.waitFor(() => expect(made.isConnected).toBe(false), { timeout: 5_000 })
})

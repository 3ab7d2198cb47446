import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freePort } from '@/scripts/free-port'
import { RedisShelf } from './redis-shelf'

/** A real Redis on a port of its own, without a file. */
async function startRedis(port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const redis = spawn('redis-server', args, { stdio: 'pipe' })
  await once(redis, 'spawn')
  return redis
}

async function stopRedis(redis: ChildProcess): Promise<void> {
  const gone = once(redis, 'exit')
  redis.kill('SIGKILL')
  await gone
}

let port: number
let redis: ChildProcess
let open: RedisShelf[]
let errors: unknown[]

function shelf(prefix = 'a:'): RedisShelf {
  const made = new RedisShelf({
    url: `redis://127.0.0.1:${port}`,
    prefix,
    onError: (error) => errors.push(error),
  })
  made.connect()
  open.push(made)
  return made
}

const connected = (made: RedisShelf) =>
  vi.waitFor(() => expect(made.isConnected).toBe(true), { timeout: 8_000 })

beforeEach(async () => {
  port = await freePort()
  redis = await startRedis(port)
  open = []
  errors = []
})
afterEach(async () => {
  for (const made of open) made.close()
  await stopRedis(redis)
})

test('one instance finds what another put there, byte for byte', async () => {
  const [one, two] = [shelf(), shelf()]
  await Promise.all([connected(one), connected(two)])
  const bytes = Buffer.from([0, 255, 10, 13, 128, 7])

  one.put('/national/7', bytes)

  await vi.waitFor(async () => expect(await two.find('/national/7')).toEqual(bytes))
  expect(await two.find('/national/8')).toBeNull()
})

test('documents of another build are not found', async () => {
  const [one, two] = [shelf('build-1:'), shelf('build-2:')]
  await Promise.all([connected(one), connected(two)])

  one.put('/', Buffer.from('x'))
  await vi.waitFor(async () => expect(await one.find('/')).not.toBeNull())

  expect(await two.find('/')).toBeNull()
})

test('without Redis the shelf is empty at once, and it is found again when it is back', async () => {
  const made = shelf()
  await connected(made)

  await stopRedis(redis)
  await vi.waitFor(() => expect(made.isConnected).toBe(false))
  const meanwhile = await made.find('/')
  made.put('/', Buffer.from('lost'))
  redis = await startRedis(port)
  await connected(made)
  made.put('/', Buffer.from('kept'))

  expect(meanwhile).toBeNull()
  await vi.waitFor(async () => expect((await made.find('/'))?.toString()).toBe('kept'))
})

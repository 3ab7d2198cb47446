import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { closeSlowReaders, oneAtATime } from './connections'

let server: Server
let client: Socket
afterEach(() => {
  client.destroy()
  server.close()
})

const megabyte = 1024 * 1024
const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

/** A server and a connection to it that sends all of `requests` in one write. */
async function open(listener: RequestListener, requests: string, prepare = (_: Server) => {}) {
  server = createServer(oneAtATime(listener))
  prepare(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  client.on('error', () => {})
  client.write(requests)
}

/** All that the connection receives until `isEnough`, or until it is closed. */
const receive = (isEnough: (received: string) => boolean) =>
  new Promise<string>((resolve) => {
    let received = ''
    client.on('data', (chunk) => {
      received += chunk
      if (isEnough(received)) resolve(received)
    })
    client.on('close', () => resolve(received))
  })

test('requests sent ahead are answered in their order, each after the one before', async () => {
  const paths = Array.from({ length: 100 }, (_, index) => `/${index}`)
  let running = 0
  const runningAtOnce: number[] = []
  const listener: RequestListener = async (req, res) => {
    runningAtOnce.push(++running)
    await new Promise(setImmediate)
    running -= 1
    res.end(`<${req.url}>`)
  }

  await open(listener, paths.map(request).join(''))
  const received = await receive((text) => text.includes('</99>'))

  expect([...received.matchAll(/<(\/\d+)>/g)].map(([, path]) => path)).toEqual(paths)
  expect(Math.max(...runningAtOnce)).toBe(1)
})

test('a client that reads nothing gets one response at a time', async () => {
  let handled = 0
  const body = Buffer.alloc(8 * megabyte)

  const listener: RequestListener = (_, res) => {
    handled += 1
    res.end(body)
  }

  await open(listener, request('/').repeat(500))
  client.pause()
  await setTimeout(200)

  expect(handled).toBe(1)
})

test('a connection with too many requests ahead is closed, and the next one is served', async () => {
  await open(() => {}, request('/').repeat(1_500))
  await receive(() => false)
  server.close()

  await open((_, res) => res.end('<next>'), request('/'))

  expect(await receive((text) => text.includes('<next>'))).toContain('<next>')
})

test.each([
  ['that reads nothing for a while', { stalledMs: 50, maxBytes: 100 * megabyte }],
  ['while too much waits to be read', { stalledMs: 60_000, maxBytes: megabyte }],
])('a connection %s is closed', async (_, limits) => {
  const response = Promise.withResolvers<ServerResponse>()
  await open(
    (_, res) => {
      response.resolve(res)
      res.end(Buffer.alloc(16 * megabyte))
    },
    request('/'),
    (opened) => closeSlowReaders(opened, { ...limits, checkEveryMs: 10 }),
  )
  client.pause()

  const res = await response.promise
  await once(res, 'close')

  expect(res.writableFinished).toBe(false)
})

test('a connection that is read slowly but steadily gets the whole response', async () => {
  const bytes = 8 * megabyte
  await open(
    (_, res) => res.end(Buffer.alloc(bytes)),
    request('/'),
    (opened) =>
      closeSlowReaders(opened, { stalledMs: 1_000, maxBytes: bytes * 2, checkEveryMs: 5 }),
  )
  let received = 0
  for await (const chunk of client) {
    received += (chunk as Buffer).length
    if (received >= bytes) break
    await setTimeout(20)
  }

  expect(received).toBeGreaterThanOrEqual(bytes)
})

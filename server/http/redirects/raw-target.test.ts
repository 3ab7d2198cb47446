import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handleClientError, rawTarget } from './raw-target'

const packet = (line: string) => Buffer.from(`${line}\r\nHost: x\r\n\r\n`)

describe('a target of unencoded letters is read', () => {
  test.each([
    ['GET /সংবাদ HTTP/1.1', `/${encodeURIComponent('সংবাদ')}`],
    ['HEAD /a/খ/b HTTP/1.0', `/a/${encodeURIComponent('খ')}/b`],
    ['GET /search?q=ঢাকা&page=2 HTTP/1.1', `/search?q=${encodeURIComponent('ঢাকা')}&page=2`],
  ])('%s', (line, target) => {
    expect(rawTarget(packet(line))).toBe(target)
  })

  test.each([
    ['what was refused for something else', packet('GET /plain HTTP/1.1')],
    ['what is no reading', packet('POST /সংবাদ HTTP/1.1')],
    ['what is no HTTP', packet('/সংবাদ')],
    ['a blank in it', packet('GET /সং বাদ HTTP/1.1')],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from('GET /'),
        Buffer.from([0xe0, 0xa6]),
        Buffer.from(' HTTP/1.1\r\n'),
      ]),
    ],
    ['a line cut off', Buffer.from('GET /সংবা')],
  ])('not %s', (_, bytes) => {
    expect(rawTarget(bytes)).toBeNull()
  })
})

describe('HT1 a Bengali path is accepted raw', () => {
  let server: Server
  beforeEach(async () => {
    server = createServer((_req, res) => res.end('page'))
    server.on(
      'clientError',
      handleClientError(async (target) => `${target}#located`),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => server.close())

  const send = (bytes: Buffer) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.end(bytes)
    return text(socket)
  }

  test('it leads to the encoded one', async () => {
    const answer = await send(packet('GET /সংবাদ HTTP/1.1'))

    expect(answer).toMatch(/^HTTP\/1\.1 301 Moved Permanently\r\n/)
    expect(answer).toContain(`\r\nLocation: /${encodeURIComponent('সংবাদ')}#located\r\n`)
    expect(answer).toContain('\r\nConnection: close\r\n')
  })

  test.each([
    ['one that climbs', 'GET /../সংবাদ HTTP/1.1'],
    ['a method that is none', 'সংবাদ / HTTP/1.1'],
    ['a line of letters', 'সংবাদ'],
  ])('%s is refused as by Node itself', async (_, line) => {
    expect(await send(packet(line))).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  })

  test('headers too long are refused as by Node itself', async () => {
    const answer = await send(packet(`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`))

    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })
})

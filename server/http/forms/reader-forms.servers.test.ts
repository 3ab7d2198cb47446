import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { freePort } from '@/tools/process/free-port'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { timedRequest } from '@/tools/test-harness/processes/http-client'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'
import { Varnishd } from '@/tools/test-harness/processes/varnishd'

// A reader's form at two production servers, one of them behind Varnish.
let paper: FilledPaper
let db: Db
let servers: [ServerInstance, ServerInstance]
let varnish: Varnishd
let id: number

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  const settings = {
    TRUSTED_PROXIES: '127.0.0.1',
    NEWSROOM_SECRET: 'aV463-pVQni_VqLC0FFEE0123456789-kd',
  }
  const start = () => ServerInstance.start({ databaseUrl: paper.url, settings })
  servers = [await start(), await start()]
  varnish = await Varnishd.start(await freePort(), [servers[0].port])
  const story = await db.article.findFirstOrThrow({ where: { publicAt: { lte: new Date() } } })
  id = story.id
}, 120_000)
beforeEach(async () => {
  await db.rateLimitCounter.deleteMany()
  await db.readerReport.deleteMany()
})
afterAll(async () => {
  await Promise.all(servers?.map((server) => server.stop()) ?? [])
  await varnish?.stop()
  await db?.$disconnect()
  await paper?.remove()
})

const path = () => `/report/${id}`
const get = (port: number) => timedRequest(port, path())
const tokenIn = (text: string) => /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
const post = (port: number, fields: Record<string, string>) =>
  timedRequest(port, path(), {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': '203.0.113.7',
    },
  })

test('a form of one server, sent through Varnish to another, is stored once', async () => {
  const [one, other] = servers
  const token = tokenIn((await get(other.port)).text)
  const send = () => post(varnish.port, { token, fault: 'সাল ভুল' })

  const tooQuick = await send()
  await new Promise((resolve) => setTimeout(resolve, 3_100))
  const answers = [await send(), await post(one.port, { token, fault: 'সাল ভুল' })]

  expect(tooQuick.status).toBe(422)
  expect(tooQuick.text).toContain('সাল ভুল')
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, `${path()}/sent`],
    [303, `${path()}/sent`],
  ])
  expect(await db.readerReport.count()).toBe(1)
})

test('Varnish and the page cache store nothing of it', async () => {
  const answers = [await get(varnish.port), await get(varnish.port)]

  expect(answers.map(({ status, headers }) => [status, headers['x-cache']])).toEqual([
    [200, 'PASS'],
    [200, 'PASS'],
  ])
  expect(tokenIn(answers[0]?.text ?? '')).not.toBe(tokenIn(answers[1]?.text ?? ''))
})

test('a network has its limit at all servers together', async () => {
  const [one, other] = servers
  for (let at = 0; at < 10; at += 1) await post((at % 2 ? one : other).port, { fault: 'ভুল' })

  const answers = await Promise.all(servers.map(({ port }) => post(port, { fault: 'সাল ভুল' })))

  expect(answers.map(({ status }) => status)).toEqual([429, 429])
  for (const { headers, text } of answers) {
    expect(Number(headers['retry-after'])).toBeGreaterThan(3_000)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(text).toContain('সাল ভুল')
  }
})

import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { newPhotocardCode } from '@/lib/photocards/photocard'
import { verifyPath } from '@/lib/urls/verify-address'
import { type FilledPaper, makeFilledPaper } from '@/tools/test-harness/papers/filled-paper'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'

// Two production servers with one database and nothing else in common: whoever looks for photocards' codes that are none.
vi.setConfig({ testTimeout: 60_000 })

let paper: FilledPaper
let db: Db
let instances: [ServerInstance, ServerInstance]

beforeAll(async () => {
  paper = await makeFilledPaper(env.DATABASE_URL ?? '', 60)
  db = connectDb(paper.url)
  const options = { databaseUrl: paper.url, settings: { TRUSTED_PROXIES: '127.0.0.1' } }
  instances = [await ServerInstance.start(options), await ServerInstance.start(options)]
}, 120_000)
beforeEach(async () => {
  await db.rateLimitCounter.deleteMany()
})
afterAll(async () => {
  await Promise.all(instances?.map((instance) => instance.stop()) ?? [])
  await db?.$disconnect()
  await paper?.remove()
})

const anyCode = () => newPhotocardCode((most) => randomInt(most))
const from = (network: string) => ({ headers: { 'x-forwarded-for': network } })
const counted = async () => (await db.rateLimitCounter.findMany()).map(({ count }) => count)

async function makeCard(): Promise<string> {
  const story = await db.article.findFirstOrThrow({ where: { publicAt: { lte: new Date() } } })
  const code = anyCode()
  const { id: articleId, headline } = story
  const words = { template: 'headline', headline }
  const look = { size: 'square', storyAt: new Date(), category: 'জাতীয়' }
  const made = { madeByName: 'সম্পাদক', madeAt: new Date(), key: code }
  await db.photocard.create({ data: { code, articleId, words, headline, ...look, ...made } })
  return code
}

test('whoever walks through codes has thirty in all, whichever server is asked; others go on', async () => {
  const [one, other] = instances
  const first: number[] = []
  for (let at = 0; at < 30; at += 1) {
    const { status } = await (at % 2 === 0 ? one : other).request(
      verifyPath(anyCode()),
      from('203.0.113.7'),
    )
    first.push(status)
  }
  await expect.poll(counted).toEqual([30])

  const next = await Promise.all(
    instances.map((each) => each.request(verifyPath(anyCode()), from('203.0.113.7'))),
  )
  const [stranger, card] = await Promise.all([
    one.request(verifyPath(anyCode()), from('203.0.113.8')),
    other.request(verifyPath(await makeCard()), from('203.0.113.9')),
  ])

  expect(new Set(first)).toEqual(new Set([404]))
  expect(next.map(({ status }) => status)).toEqual([429, 429])
  expect(Number(next[0]?.headers['retry-after'])).toBeGreaterThan(500)
  expect([stranger.status, card.status]).toEqual([404, 200])
})

test('whoever reads the paper, or looks at cards that are there, has nothing written', async () => {
  const cards = [await makeCard(), await makeCard()]
  const paths = ['/', '/latest', '/no-such-page', '/verify', ...cards.map(verifyPath)]

  for (const path of [...paths, ...paths]) {
    for (const instance of instances) await instance.request(path, from('203.0.113.10'))
  }

  expect(await counted()).toEqual([])
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fillPaper } from '@/bench/fill'
import messages from '@/messages/bn.json'
import { Desk } from '@/scripts/real/desk'
import { Instance } from '@/scripts/real/instance'
import { OwnPostgres } from '@/scripts/real/postgres'
import { inTurn, Readers } from '@/scripts/real/readers'
import { untilHeard } from '@/scripts/until-heard'

// A production server on a PostgreSQL of its own, which is stopped, frozen and started again while readers come.
const dataDir = mkdtempSync(join(tmpdir(), 'dainik-outage-'))
let postgres: OwnPostgres
let app: Instance
let desk: Desk
let kept: string[]
let others: () => string

beforeAll(async () => {
  postgres = await OwnPostgres.start()
  await fillPaper(postgres.url, 400)
  app = await Instance.start({ databaseUrl: postgres.url, dataDir })
  desk = new Desk(postgres.url)
  const paths = await desk.paths(400)
  kept = [
    '/',
    '/latest',
    '/national',
    '/no-such-page',
    '/robots.txt',
    '/sitemap.xml',
    ...paths.slice(0, 20),
  ]
  others = inTurn(paths.slice(20))
})
afterAll(async () => {
  await desk?.leave()
  await app?.kill()
  await postgres?.remove()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const path of kept) await app.ask(path)
})

const soon = { timeout: 10_000, interval: 20 }
const databaseIs = (state: string) =>
  vi.waitFor(async () => expect((await app.health()).database).toBe(state), soon)

/** Readers of kept pages and of others, while `happen` does. */
async function whileReadersCome(happen: () => Promise<void>) {
  const ofKept = new Readers(app.port, { perSecond: 50, next: inTurn(kept) })
  const ofOthers = new Readers(app.port, { perSecond: 10, next: others, headers: {} })
  await happen()
  const seen = { kept: await ofKept.leave(), others: await ofOthers.leave() }
  return { ...seen, failures: [...ofKept.failures, ...ofOthers.failures] }
}
type Seen = Awaited<ReturnType<typeof whileReadersCome>>

/** The Bengali page for bad times, and when to come back. */
const saysComeBack = ({ status, headers, text }: Seen['others'][number]) =>
  status === 503 &&
  headers['retry-after'] === '30' &&
  text.includes('<html lang="bn"') &&
  text.includes(messages.errors.unavailableTitle)

/** What holds in every outage. */
function expectNobodyLost({ kept, others, failures }: Seen): void {
  const usual = (path: string) => (path === '/no-such-page' ? 404 : 200)
  const lost = kept.filter(({ status, path }) => status !== usual(path))
  const refused = others.filter(({ status }) => status !== 200)

  expect(failures).toEqual([])
  expect(lost.map(({ path, status }) => `${path} ${status}`)).toEqual([])
  expect(refused.filter((each) => !saysComeBack(each)).map(({ path }) => path)).toEqual([])
  expect(Math.max(...[...kept, ...others].map(({ ms }) => ms))).toBeLessThan(5_000)
}

/** All is as it was, without a hand: what was never made is made, and news arrive. */
async function expectHealed(): Promise<void> {
  await databaseIs('connected')
  const story = await desk.draft('সব ঠিক হয়েছে')
  expect((await app.ask(others())).status).toBe(200)
  expect((await app.ask(story.path)).status).toBe(404)
  await desk.publish(story)
  await untilHeard(postgres.url)
  expect((await app.ask(story.path)).status).toBe(200)
}

describe('PostgreSQL goes while readers come: what was served is served, the rest is told to come back', () => {
  test('stopped', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      await postgres.stop()
      await wait(2_000)
    })

    expectNobodyLost(seen)
    expect(seen.others.map(({ status }) => status)).toContain(503)
    await postgres.startAgain()
    await expectHealed()
  })

  test('frozen: it takes connections and never answers', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      postgres.freeze()
      await databaseIs('gone')
      await wait(1_000)
    })

    expectNobodyLost(seen)
    expect(seen.others.map(({ status }) => status)).toContain(503)
    postgres.thaw()
    await expectHealed()
  })

  test('restarted', async () => {
    const seen = await whileReadersCome(async () => {
      await wait(500)
      await postgres.stop()
      await postgres.startAgain()
      await databaseIs('connected')
      await wait(500)
    })

    expectNobodyLost(seen)
    await expectHealed()
  })

  test('right after a publication: old lists stand in', async () => {
    await desk.publish(await desk.draft('শেষ মুহূর্তের খবর'))
    await untilHeard(postgres.url)
    await postgres.stop()

    const answers = await Promise.all(['/', '/latest', '/national'].map((path) => app.ask(path)))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await postgres.startAgain()
    await expectHealed()
  })
})

test('HT1 started anew while the database is down, the server reads from its disk what it served before', async () => {
  await app.stop()
  await postgres.stop()

  app = await Instance.start({ databaseUrl: postgres.url, dataDir })
  const pages = kept.filter((path) => path !== '/no-such-page')
  const answers = await Promise.all(pages.map((path) => app.ask(path)))
  const other = await app.ask('/culture/page/1')

  expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect([other.status, other.headers['retry-after']]).toEqual([503, '30'])
  await postgres.startAgain()
  await expectHealed()
})

test('RB7 begun while the database is down, with nothing kept, the server answers robots.txt, and lets none in whom the paper may keep out', async () => {
  await postgres.stop()

  const fresh = await Instance.start({ databaseUrl: postgres.url })
  const robots = await fresh.ask('/robots.txt')
  const sitemap = await fresh.ask('/sitemap.xml')
  await fresh.stop()
  await postgres.startAgain()

  expect(robots.status).toBe(200)
  expect(robots.text).toMatch(/^User-agent: GPTBot$/m)
  expect(robots.text).toMatch(/^Sitemap: http.+\/sitemap\.xml$/m)
  expect([sitemap.status, sitemap.headers['retry-after']]).toEqual([503, '30'])
})

import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import sharp from 'sharp'
import { runCommand } from '../lib/commands/command'
import { connectDb, type Db } from '../lib/db/client'
import { createPreviewLink } from '../lib/newsroom/preview/preview-link-commands'
import { linkToken } from '../lib/newsroom/preview/preview-link-token'
import { editStory } from '../lib/newsroom/publish/edit-commands'
import messages from '../messages/bn.json' with { type: 'json' }
import { build, isBuildStale } from '../tools/build/build'
import { onEnd, runMain } from '../tools/process/run-main'
import { info } from '../tools/terminal/terminal'
import { addPasswordUser, type PasswordUser } from '../tools/test-harness/fixtures/password-user'
import { LoadGenerator, roundRobin } from '../tools/test-harness/processes/load-generator'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { findOrInstallChromium } from '../tools/test-runner/test-packages'
import { articleAddresses } from './papers/page-addresses'
import { openSizedPaper } from './papers/sized-paper'
import { figure, report, verdict } from './report/figures'
import { quantile } from './report/quantile'

/**
 * `npm run bench:soak [-- MINUTES]` (20): readers, bots, publications, previews and uploads at once on a production
 * server with its worker. Prints resident memory and open descriptors minute by minute. Ends with 1 when memory passes
 * the limit or still grows in the second half, or cached pages are late.
 */
const stories = 10_000
const cachedPages = 200
const readersPerSecond = 40
const botsPerSecond = 4
const publicationMs = 3_000
const uploadMs = 10_000
const uploadSide = { width: 3_000, height: 2_000 }
const maxMegabytes = 512
/** The memory of a server that leaks nothing still varies by so much. */
const maxGrowth = 1.15
const maxCachedMs = 100
const megabyte = 1024 * 1024
/** The secret of the measured server, which signs preview links. */
const secret = randomBytes(32).toString('hex')

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The page of the picture library, signed in. */
async function openLibrary(
  browser: Browser,
  app: ServerInstance,
  user: PasswordUser,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${app.port}` })
  const page = await context.newPage()
  const t = messages.newsroomAuth
  await page.goto('/newsroom/sign-in?to=/newsroom/media')
  await page.getByLabel(t.email).fill(user.email)
  await page.getByLabel(t.password).fill(user.password)
  await page.getByRole('button', { name: t.enter }).click()
  await page.waitForURL('**/newsroom/media')
  return page
}

/** Uploads pictures that are all different, as a photographer's are, until `isOver`. */
async function upload(page: Page, isOver: () => boolean): Promise<number> {
  const { width, height } = uploadSide
  for (let count = 0; ; count += 1) {
    if (isOver()) return count
    const noise = randomBytes(300 * 200 * 3)
    const buffer = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .resize(width, height)
      .jpeg({ quality: 80 })
      .toBuffer()
    const file = { name: `${count}.jpg`, mimeType: 'image/jpeg', buffer }
    await page.locator('input[type=file][multiple]').setInputFiles([file])
    await sleep(uploadMs)
  }
}

/** Changes published stories one after another until `isOver`: their pages and lists are rendered again. */
async function publish(db: Db, user: PasswordUser, ids: number[], isOver: () => boolean) {
  const actor = { id: user.id, name: user.name, role: 'editor' as const }
  for (let count = 0; ; count += 1) {
    if (isOver()) return count
    const id = ids[count % ids.length] ?? 1
    const edit = { id, expectedVersion: null, headline: `নতুন শিরোনাম ${count}` }
    await runCommand(db, actor, editStory, edit, new Date())
    await sleep(publicationMs)
  }
}

async function previewPath(db: Db, user: PasswordUser, articleId: number): Promise<string> {
  const actor = { id: user.id, name: user.name, role: 'editor' as const }
  const key = randomBytes(16).toString('hex')
  await runCommand(db, actor, createPreviewLink, { articleId, key, copyVersion: null }, new Date())
  return `/preview/${linkToken(key, secret)}`
}

runMain(import.meta.url, async () => {
  const minutes = Number(process.argv[2] ?? 20)
  if (isBuildStale()) await build()
  const paper = await openSizedPaper(stories)
  const db = connectDb(paper.url)
  const app = await ServerInstance.start({
    databaseUrl: paper.url,
    settings: { WORKER: 'on', NEWSROOM_SECRET: secret },
  })
  onEnd(() => app.kill())
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  onEnd(() => browser.close())
  const user = await addPasswordUser(db, { name: 'সম্পাদক', role: 'editor' })
  const paths = await articleAddresses(paper.url, { stories, count: stories })
  const cached = ['/', '/latest', '/feed.xml', ...paths.slice(0, cachedPages)]
  const ids = cached.flatMap((path) => Number(/\/(\d+)$/.exec(path)?.[1]) || [])
  const preview = await previewPath(db, user, ids[0] ?? 1)
  const bots = roundRobin(paths.slice(cachedPages).flatMap((path) => [path, `${path}9`, preview]))
  for (const path of cached) await app.request(path)
  const library = await openLibrary(browser, app, user)

  const endsAt = Date.now() + minutes * 60_000
  const isOver = () => Date.now() >= endsAt
  const work = Promise.all([upload(library, isOver), publish(db, user, ids, isOver)])
  const times: number[] = []
  const resident: number[] = []
  let descriptors = 0
  let refused = 0
  for (let minute = 1; minute <= minutes; minute += 1) {
    const readers = new LoadGenerator(app.port, {
      perSecond: readersPerSecond,
      next: roundRobin(cached),
    })
    const crawl = new LoadGenerator(app.port, { perSecond: botsPerSecond, next: bots })
    let most = 0
    for (let second = 0; second < 60; second += 1) {
      await sleep(1_000)
      most = Math.max(most, app.rssBytes)
    }
    const samples = await readers.stop()
    await crawl.stop()
    times.push(...samples.map(({ ms }) => ms))
    refused += samples.filter(({ status }) => status !== 200).length + readers.failures.length
    resident.push(most / megabyte)
    descriptors = readdirSync(`/proc/${app.pid}/fd`).length
    info(`minute ${minute}: ${Math.round(most / megabyte)} MB resident, ${descriptors} descriptors`)
  }
  const [uploads, publications] = await work
  await browser.close()
  await app.stop()
  await db.$disconnect()
  const half = Math.ceil(minutes / 2)
  const growth = mean(resident.slice(half)) / mean(resident.slice(Math.floor(half / 2), half))
  return verdict(
    report(`soak of ${minutes} minutes`, [
      figure('pictures uploaded', uploads, '', { least: 1 }),
      figure('publications', publications, '', { least: 1 }),
      figure('cached pages asked for', times.length),
      figure('cached pages that were not served', refused, '', { most: 0 }),
      figure('cached pages, p99', quantile(times, 0.99), 'ms', { most: maxCachedMs }),
      figure('resident, at most', Math.max(...resident), 'MB', { most: maxMegabytes }),
      figure('resident, second half to the quarter before', growth, '×', { most: maxGrowth }),
      figure('descriptors at the end', descriptors),
    ]),
  )
})

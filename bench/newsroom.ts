import { type Browser, type BrowserContext, chromium } from 'playwright'
import { connectDb } from '../lib/db/client'
import messages from '../messages/bn.json' with { type: 'json' }
import { build, isBuildStale } from '../tools/build/build'
import { onEnd, runMain } from '../tools/process/run-main'
import { UserError } from '../tools/terminal/terminal'
import { addPasswordUser, type PasswordUser } from '../tools/test-harness/fixtures/password-user'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { findOrInstallChromium } from '../tools/test-runner/test-packages'
import { listNewsroomPages, type Visitor } from './newsroom/newsroom-pages'
import { openSizedPaper } from './papers/sized-paper'
import { type Figure, figure, report, verdict } from './report/figures'
import { median } from './report/quantile'

/**
 * `npm run bench:newsroom`: how soon each kind of newsroom page shows its first content, in Chromium with nothing in its
 * cache: the median of five visits, in a paper of 10,000 stories on a production server. Ends with 1 when one takes longer
 * than a second. Times depend on a quiet machine: not for CI.
 */
const stories = 10_000
const visits = 5
const mostMs = 1_000

type Sessions = Record<Visitor, Awaited<ReturnType<BrowserContext['storageState']>> | undefined>

/** Signs in with the password. Returns the browser's cookies. */
async function signIn(browser: Browser, address: string, { email, password }: PasswordUser) {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  const t = messages.newsroomAuth
  await page.goto('/newsroom/sign-in')
  await page.getByLabel(t.email).fill(email)
  await page.getByLabel(t.password).fill(password)
  await page.getByRole('button', { name: t.enter }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  const session = await context.storageState()
  await context.close()
  return session
}

/** Milliseconds from the request to the first contentful paint, with an empty browser cache. */
async function firstContent(
  browser: Browser,
  url: string,
  session: Sessions[Visitor],
): Promise<number> {
  const context = await browser.newContext({ storageState: session })
  try {
    const page = await context.newPage()
    await page.goto(url)
    if (session && page.url().includes('/sign-in')) throw new UserError(`${url} asks who is there`)
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint')
            if (paint) resolve(paint.startTime)
          }).observe({ type: 'paint', buffered: true })
        }),
    )
  } finally {
    await context.close()
  }
}

runMain(import.meta.url, async () => {
  const paper = await openSizedPaper(stories)
  if (isBuildStale()) await build()
  const app = await ServerInstance.start({ databaseUrl: paper.url })
  onEnd(() => app.kill())
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  onEnd(() => browser.close())
  const address = `http://127.0.0.1:${app.port}`
  const db = connectDb(paper.url)
  const admin = { name: 'প্রশাসক', role: 'admin' as const }
  const halfway = { ...admin, twoFactorEnabled: true }
  const sessions: Sessions = {
    admin: await signIn(browser, address, await addPasswordUser(db, admin)),
    halfway: await signIn(browser, address, await addPasswordUser(db, halfway)),
    nobody: undefined,
  }
  const figures: Figure[] = []
  for (const { path, as } of await listNewsroomPages(db)) {
    const url = `${address}${path}`
    // The first visit compiles, warms the database's plans, and does not count.
    await firstContent(browser, url, sessions[as])
    const times: number[] = []
    for (let visit = 0; visit < visits; visit += 1)
      times.push(await firstContent(browser, url, sessions[as]))
    const name = path.replace(/\/link\/.+/, '/link/…').replace(/\/people\/.+/, '/people/…')
    figures.push(figure(name, median(times), 'ms', { most: mostMs }))
  }
  const over = report(`first content, median of ${visits}, ${stories} stories`, figures)
  await browser.close()
  await db.$disconnect()
  await app.stop()
  return verdict(over)
})

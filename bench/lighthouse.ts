import { setTimeout as sleep } from 'node:timers/promises'
import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { onEnd, runMain } from '../tools/process/run-main'
import { info, UserError } from '../tools/terminal/terminal'
import { findOrInstallChromium } from '../tools/test-runner/test-packages'
import { type Figure, figure, report, verdict } from './report/figures'
import { median } from './report/quantile'

/**
 * `npm run bench:lighthouse -- [ADDRESS] [PATH…]`: Lighthouse's mobile preset (simulated slow 4G, processor four times
 * slower) on an article, a category and the front page of a running paper; the median of five runs, each figure with
 * its limit and the ratio of the two. Ends with 1 when one is over. Times depend on a quiet machine: not for CI.
 */
const runs = 5

const scores = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const times = [
  ['LCP', 'largest-contentful-paint', 1_000, 'ms'],
  ['FCP', 'first-contentful-paint', 1_000, 'ms'],
  ['CLS', 'cumulative-layout-shift', 0, ''],
  ['TBT', 'total-blocking-time', 0, 'ms'],
] as const

const figuresOf = (results: Result[]): Figure[] => [
  ...scores.map((id) => {
    const values = results.map(({ categories }) => (categories[id]?.score ?? 0) * 100)
    return figure(id, Math.round(median(values)), '', { least: 100 })
  }),
  ...times.map(([name, id, most, unit]) => {
    const values = results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN)
    return figure(name, median(values), unit, { most })
  }),
]

/** The lead story and the first category of the front page, as a reader finds them. */
async function findPaths(address: string): Promise<string[]> {
  const html = await (await fetch(address)).text()
  const category = /<nav[^>]*>.*?href="(\/[\w-]+)"/s.exec(html)?.[1]
  const article = /<h2[^>]*><a href="(\/[\w-]+\/\d+)"/.exec(html)?.[1]
  if (!category || !article) throw new UserError(`${address} shows no category or no story`)
  return [article, category, '/']
}

/** A first visit: Lighthouse itself leaves what a page has put into the browser's storage, so each has a browser of its own. */
async function visit(url: string, chromePath: string): Promise<Result> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
  })
  const forget = onEnd(() => chrome.kill())
  try {
    const answer = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' })
    if (answer && !answer.lhr.runtimeError) return answer.lhr
    throw new UserError(`no figures for ${url}: ${answer?.lhr.runtimeError?.message ?? ''}`)
  } finally {
    forget()
    chrome.kill()
  }
}

async function measure(url: string, chromePath: string): Promise<Result[]> {
  const results: Result[] = []
  // The first run warms the server and the pictures, and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const result = await visit(url, chromePath)
    if (run > 0) results.push(result)
    await sleep(500)
  }
  return results
}

/** Prints a page's table and faults. Returns how many figures are over. */
function reportPage(path: string, results: Result[]): number {
  const title = `${path}, median of ${runs}, Lighthouse ${results[0]?.lighthouseVersion}`
  const over = report(title, figuresOf(results))
  for (const fault of new Set(results.flatMap(failedAudits))) info(`fault: ${fault}`)
  return over
}

/** The audits that keep the scores below 100; times are in the table. */
function failedAudits({ categories, audits }: Result): string[] {
  const ids = ['accessibility', 'best-practices', 'seo'].flatMap(
    (id) => categories[id]?.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id) ?? [],
  )
  return ids.flatMap((id) => {
    const audit = audits[id]
    return audit && audit.score !== null && audit.score < 1 ? [`${id}: ${audit.title}`] : []
  })
}

runMain(import.meta.url, async () => {
  const [given = 'http://localhost:3000', ...paths] = process.argv.slice(2)
  const address = given.replace(/\/$/, '')
  const chromePath = await findOrInstallChromium()
  let over = 0
  for (const path of paths.length > 0 ? paths : await findPaths(address)) {
    over += reportPage(path, await measure(`${address}${path}`, chromePath))
  }
  return verdict(over)
})

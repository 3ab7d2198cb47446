import { setTimeout as sleep } from 'node:timers/promises'
import { launch } from 'chrome-launcher'
import lighthouse, { type Result } from 'lighthouse'
import { onEnd, runMain } from '../tools/process/run-main'
import { info, UserError } from '../tools/terminal/terminal'
import { findOrInstallChromium } from '../tools/test-runner/test-packages'

/**
 * `npm run bench:lighthouse -- [ADDRESS] [PATH…]`: Lighthouse's mobile preset (simulated slow 4G, processor four times
 * slower) on an article, a category and the front page of a running paper; the median of five runs, each figure with
 * its limit and the ratio of the two. Ends with 1 when one is over. Times depend on a quiet machine: not for CI.
 */
const runs = 5

type Figure = { name: string; limit: number; unit: string; isScore?: boolean }

const figures: (Figure & { read: (result: Result) => number })[] = [
  ...(['performance', 'accessibility', 'best-practices', 'seo'] as const).map((id) => ({
    name: id,
    limit: 100,
    unit: '',
    isScore: true,
    read: (result: Result) => Math.round((result.categories[id]?.score ?? 0) * 100),
  })),
  ...(
    [
      ['LCP', 'largest-contentful-paint', 1_000, 'ms'],
      ['FCP', 'first-contentful-paint', 1_000, 'ms'],
      ['CLS', 'cumulative-layout-shift', 0, ''],
      ['TBT', 'total-blocking-time', 0, 'ms'],
    ] as const
  ).map(([name, id, limit, unit]) => ({
    name,
    limit,
    unit,
    read: (result: Result) => result.audits[id]?.numericValue ?? Number.NaN,
  })),
]

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A score reaches its limit from below, a time from above. */
const isOver = ({ limit, isScore }: Figure, value: number) =>
  Number.isNaN(value) || (isScore ? value < limit : value > limit)

const shown = (value: number) => String(Number(value.toFixed(value < 10 ? 3 : 0)))
const ratio = (value: number, limit: number) => (limit === 0 ? '' : (value / limit).toFixed(2))

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

/** Prints a page's table; answers how many figures are over. */
function report(path: string, results: Result[]): number {
  let over = 0
  info(`${path}  (median of ${runs}, Lighthouse ${results[0]?.lighthouseVersion})`)
  for (const { read, ...figure } of figures) {
    const value = median(results.map(read))
    const isBad = isOver(figure, value)
    if (isBad) over += 1
    const cells = [
      figure.name.padEnd(15),
      `${shown(value)} ${figure.unit}`.padStart(9),
      `limit ${figure.limit}`.padStart(11),
      ratio(value, figure.limit).padStart(6),
      isBad ? 'OVER' : '',
    ]
    info(`  ${cells.join('  ').trimEnd()}`)
  }
  const faults = new Set(results.flatMap(failedAudits))
  for (const fault of faults) info(`  fault: ${fault}`)
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
    over += report(path, await measure(`${address}${path}`, chromePath))
  }
  info(over === 0 ? 'all within their limits' : `${over} figures over their limits`)
  return over > 0 ? 1 : 0
})

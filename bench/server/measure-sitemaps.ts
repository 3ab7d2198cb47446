import { withClient } from '../../tools/database/database'
import { UserError } from '../../tools/terminal/terminal'
import { ServerInstance } from '../../tools/test-harness/processes/server-instance'
import type { OpenPaper } from '../papers/sized-paper'
import { type Figure, figure } from '../report/figures'
import { median } from '../report/quantile'
import { noCacheSettings } from './renders'

const mostIndexMs = 100
const mostFileMs = 2_000
// Garbage that is not yet collected: a file of ten thousand stories is some megabytes of text.
const mostGrowthMegabytes = 64
const megabyte = 1024 * 1024
/** The month that an import of an old archive filled, and with how many. */
const fullMonth = '2019-02'
const inFullMonth = 45_000

const gzip = { headers: { 'accept-encoding': 'gzip' } }

/** Gives the month so many of the oldest stories, whose dates an import did not know better. Again it changes nothing. */
async function fillMonth({ url, stories }: OpenPaper): Promise<void> {
  const count = Math.min(inFullMonth, Math.floor(stories / 3))
  await withClient(url, async (client) => {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `UPDATE "Article" SET "publishAt" = "monthBegins"($1) + "id" * interval '1 second' WHERE "id" <= $2`,
      [fullMonth, count],
    )
    await client.query('SELECT "rebuildMonthlyStoryCounts"()')
    await client.query('VACUUM ANALYZE "Article"')
    await client.query('ANALYZE "MonthlyStoryCount"')
  })
}

const countPublic = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      'SELECT count(*)::int AS "count" FROM "Article" WHERE "publicAt" <= now()',
    )
    return rows[0].count
  })

type File = { path: string; addresses: number; bytes: number; ms: number }

async function ask(app: ServerInstance, path: string, headers = {}): Promise<File> {
  const { status, text, ms } = await app.request(path, { headers })
  if (status !== 200) throw new UserError(`${path} answers ${status}:\n${app.output}`)
  return { path, addresses: text.split('<loc>').length - 1, bytes: Buffer.byteLength(text), ms }
}

/** The paths of the files that the list names. */
async function listFiles(app: ServerInstance): Promise<string[]> {
  const { text } = await app.request('/sitemap.xml')
  return [...text.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, path = '']) => path)
}

const isOfStories = (path: string) => /\/\d{4}-\d{2}(?:-\d+)?\.xml$/.test(path)

/** The median time of several renders, and the peak memory meanwhile. */
async function makeOften(app: ServerInstance, path: string, rounds: number) {
  const times: number[] = []
  let most = 0
  for (let round = 0; round < rounds; round += 1) {
    times.push((await app.request(path, gzip)).ms)
    most = Math.max(most, app.rssBytes)
  }
  return { ms: median(times), worstMs: Math.max(...times), most }
}

/** Every file once, in turn, as a search engine takes them. */
async function walk(app: ServerInstance, paths: string[]) {
  const files: File[] = []
  const began = performance.now()
  for (const path of paths) files.push(await ask(app, path))
  return { files, seconds: (performance.now() - began) / 1000 }
}

async function measure(app: ServerInstance, paper: OpenPaper, rounds: number): Promise<Figure[]> {
  const paths = await listFiles(app)
  const { files, seconds } = await walk(app, paths)
  const ofStories = files.filter(({ path }) => isOfStories(path))
  const bySize = ofStories.toSorted((a, b) => b.bytes - a.bytes)
  const [largest, smallest] = [bySize[0], bySize.at(-1)]
  if (!largest || !smallest) throw new UserError('there is no file of stories')
  const index = await makeOften(app, '/sitemap.xml', rounds)
  const small = await makeOften(app, smallest.path, rounds)
  const large = await makeOften(app, largest.path, rounds)
  const news = await makeOften(app, '/news-sitemap.xml', rounds)
  const inFiles = ofStories.reduce((sum, { addresses }) => sum + addresses, 0)
  const missing = Math.abs((await countPublic(paper.url)) - inFiles)
  const growth = Math.max(0, large.most - small.most) / megabyte
  return [
    figure('files', paths.length),
    figure('list of files, made anew', index.ms, 'ms', { most: mostIndexMs }),
    figure('list of files, the slowest', index.worstMs, 'ms'),
    figure(`largest file (${largest.path})`, largest.addresses, 'stories'),
    figure('largest file', largest.bytes / megabyte, 'MB', { most: 50 }),
    figure('largest file, made anew', large.ms, 'ms', { most: mostFileMs }),
    figure('largest file, the slowest', large.worstMs, 'ms'),
    figure(`smallest file (${smallest.path})`, smallest.addresses, 'stories'),
    figure('smallest file, made anew', small.ms, 'ms'),
    figure('news, made anew', news.ms, 'ms'),
    figure('all files in turn', seconds, 's'),
    figure('public stories in no file, or in two', missing, '', { most: 0 }),
    figure('resident with the smallest file', small.most / megabyte, 'MB'),
    figure('more with the largest file', growth, 'MB', { most: mostGrowthMegabytes }),
  ]
}

/** Time and memory for the paper's sitemaps in a server without a page cache. */
export async function measureSitemaps(paper: OpenPaper, rounds: number): Promise<Figure[]> {
  await fillMonth(paper)
  const app = await ServerInstance.start({ databaseUrl: paper.url, settings: noCacheSettings })
  try {
    // The first of a kind loads what makes it.
    await ask(app, '/sitemap/sections.xml')
    return await measure(app, paper, rounds)
  } finally {
    await app.stop()
  }
}

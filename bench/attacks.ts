import { build, isBuildStale } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'
import { info } from '../tools/terminal/terminal'
import { LoadGenerator, roundRobin } from '../tools/test-harness/processes/load-generator'
import { ServerInstance } from '../tools/test-harness/processes/server-instance'
import { attacks } from './attacks/attacks'
import { articleAddresses } from './papers/page-addresses'
import { openSizedPaper } from './papers/sized-paper'
import { figure, report, verdict } from './report/figures'
import { quantile } from './report/quantile'

/**
 * `npm run bench:attacks [-- NAME…]`: what readers get while a production server is attacked, each attack for ten seconds on a
 * server of its own. Ends with 1 when cached pages are late or refused, or the server outgrows its memory.
 */
const stories = 1_000
const seconds = 10
const readersPerSecond = 50
const maxCachedMs = 100
const maxMegabytes = 512
const megabyte = 1024 * 1024

async function measure(name: string, url: string, paths: string[]) {
  const attack = attacks[name]
  if (!attack) throw new RangeError(`no attack is called "${name}"`)
  const app = await ServerInstance.start({ databaseUrl: url })
  for (const path of paths) await app.request(path)
  const readers = new LoadGenerator(app.port, {
    perSecond: readersPerSecond,
    next: roundRobin(paths),
  })
  let mostBytes = 0
  const sampling = setInterval(() => {
    mostBytes = Math.max(mostBytes, app.rssBytes)
  }, 50)
  const own = await attack(app, url, seconds)
  clearInterval(sampling)
  const samples = await readers.stop()
  const refused = samples.filter(({ status }) => status !== 200).length + readers.failures.length
  const times = samples.map(({ ms }) => ms)
  await app.stop()
  return [
    ...own,
    figure('cached pages asked for', samples.length),
    figure('cached pages that were not served', refused, '', { most: 0 }),
    figure('cached pages, p99', quantile(times, 0.99), 'ms', { most: maxCachedMs }),
    figure('resident, at most', mostBytes / megabyte, 'MB', { most: maxMegabytes }),
  ]
}

runMain(import.meta.url, async () => {
  if (isBuildStale()) await build()
  const paper = await openSizedPaper(stories)
  const paths = ['/', '/latest', ...(await articleAddresses(paper.url, { stories, count: 20 }))]
  const names = process.argv.slice(2)
  let over = 0
  for (const name of names.length > 0 ? names : Object.keys(attacks)) {
    info(`attack: ${name}`)
    over += report(name, await measure(name, paper.url, paths))
  }
  return verdict(over)
})

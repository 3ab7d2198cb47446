import { parseArgs } from 'node:util'
import { findRunningAddress } from '../tools/launcher/run-state'
import { runMain } from '../tools/process/run-main'
import { dataDirectory, readSettings } from '../tools/terminal/settings'
import { info, UserError } from '../tools/terminal/terminal'
import { crawl } from './crawl/crawl'
import { findFaults } from './crawl/faults'
import { crawlReport } from './crawl/table'
import { wholeNumber } from './read-numbers'

const progressEvery = 500
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

function readSite(address: string | null, isAnywhere: boolean): URL {
  if (address === null)
    throw new UserError('no paper runs in this folder: start it, or name an address')
  const site = URL.parse(address)
  if (!site || !/^https?:$/.test(site.protocol)) throw new UserError(`${address} is no address`)
  if (!isAnywhere && !loopback.test(site.hostname)) {
    throw new UserError(`${site.host} is not this machine: --anywhere crawls it all the same`)
  }
  return new URL('/', site)
}

/**
 * `npm run crawl -- [ADDRESS] [--pages 5000]`: crawls the running paper as a bot without scripts and lists the faults of its
 * pages and links. Ends with 1 when there are any. Only on this machine, unless `--anywhere` is given.
 */
runMain(import.meta.url, async () => {
  const { values, positionals } = parseArgs({
    options: {
      pages: { type: 'string', default: '5000' },
      anywhere: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const running = findRunningAddress(dataDirectory(await readSettings()))
  const site = readSite(positionals[0] ?? running, values.anywhere)
  const began = performance.now()
  const onPage = (count: number) => count % progressEvery === 0 && info(`${count} pages`)
  const crawled = await crawl({ site, maxPages: wholeNumber(values.pages, '--pages'), onPage })
  const faults = findFaults(site, crawled)
  for (const each of crawlReport(crawled, faults, performance.now() - began)) {
    process.stdout.write(`${each}\n`)
  }
  return faults.length === 0 ? 0 : 1
})

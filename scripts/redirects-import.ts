import { waitForAcks } from '../tools/database/wait-for-acks'
import { findRunningAddress } from '../tools/launcher/run-state'
import { withPaper } from '../tools/launcher/with-paper'
import { runMain } from '../tools/process/run-main'
import { readArgs } from '../tools/terminal/read-args'
import { dataDirectory, readSettings } from '../tools/terminal/settings'

const usage =
  'usage: npm run redirects:import -- [--skip-bad] FILE.csv…   (two columns: old address, new address or story number)'

/**
 * `npm run redirects:import -- FILE.csv`: redirects the addresses of the paper's old site to its stories of today,
 * beside a running `npm start` or without one. One bad line refuses its file; each bad line is printed with its
 * reason in Bengali. With `--skip-bad` the good lines are imported. Ends with 1 when a line was bad.
 */
runMain(import.meta.url, async () => {
  const read = readArgs({
    options: { 'skip-bad': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (!read || read.positionals.length === 0) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  return await withPaper(async (url) => {
    const settings = await readSettings()
    const sites = [settings.siteUrl, findRunningAddress(dataDirectory(settings))]
    const hosts = sites.filter((site) => site !== null).map((site) => new URL(site).host)
    const { importRedirectFiles } = await import('../tools/import/import-redirect-files')
    const isGood = await importRedirectFiles({
      files: read.positionals,
      skipBad: read.values['skip-bad'],
      hosts,
      url,
    })
    await waitForAcks(url)
    return isGood ? 0 : 1
  })
})

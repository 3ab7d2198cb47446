import { parseArgs } from 'node:util'
import { withDatabase } from '../tools/database/database'
import { waitForAcks } from '../tools/database/wait-for-acks'
import { findRunningAddress } from '../tools/launcher/run-state'
import { generateClient, isClientStale } from '../tools/prisma/generate-client'
import { listPending } from '../tools/prisma/migrate'
import { runMain } from '../tools/process/run-main'
import { dataDirectory, readSettings } from '../tools/terminal/settings'
import { step, UserError } from '../tools/terminal/terminal'

const usage =
  'usage: npm run redirects:import -- [--skip-bad] FILE.csv…   (two columns: old address, new address or story number)'

/** What was typed; null where it is none of it. */
function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'skip-bad': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    return positionals.length > 0 ? { files: positionals, skipBad: values['skip-bad'] } : null
  } catch (error) {
    // parseArgs throws a TypeError on what it does not know.
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * `npm run redirects:import -- FILE.csv`: has the addresses of the paper's old site lead to where its stories are now,
 * beside a running `npm start` or without one. One bad line refuses its file, and each is told with its reason in
 * Bengali; with `--skip-bad` the others are taken. Ends with 1 when a line was at fault.
 */
runMain(import.meta.url, async () => {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) {
      throw new UserError('the database is not up to date: start the paper once (npm start)')
    }
    const settings = await readSettings()
    const sites = [settings.siteUrl, findRunningAddress(dataDirectory(settings))]
    const hosts = sites.filter((site) => site !== null).map((site) => new URL(site).host)
    // Late: it needs the database client that was only just made.
    const { importRedirectFiles } = await import('../tools/import/import-redirect-files')
    const isGood = await importRedirectFiles({ ...options, hosts, url })
    await waitForAcks(url)
    return isGood ? 0 : 1
  })
})

import { withDatabase } from '../tools/database/database'
import { isPaperEmpty, runSeed } from '../tools/database/run-seed'
import { waitForAcks } from '../tools/database/wait-for-acks'
import { generateClient, isClientStale } from '../tools/prisma/generate-client'
import { listPending, migrate } from '../tools/prisma/migrate'
import { runMain } from '../tools/process/run-main'
import { readArgs } from '../tools/terminal/read-args'
import { info, step } from '../tools/terminal/terminal'

/**
 * `npm run import -- FILE…`: puts saved article pages (.txt) and story collections (.jsonl) into the paper, beside a
 * running `npm start` or without one. A folder that was never started is made ready first.
 */
runMain(import.meta.url, async () => {
  const read = readArgs({
    options: { 'publish-undated': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const files = read?.positionals ?? []
  if (!read || files.length === 0) {
    info(
      'usage: npm run import -- [--publish-undated] FILE…   (.txt: a saved article page, .jsonl: a story a line)',
    )
    return 2
  }
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) await step('tables', () => migrate(url))
    if (await isPaperEmpty(url)) {
      await step('sample paper', (progress) => runSeed(url, process.cwd(), progress))
    }
    // Late: it needs the database client that was only just made.
    const { importFiles } = await import('../tools/import/import-files')
    const isGood = await importFiles(files, url, {
      publishUndated: read.values['publish-undated'],
    })
    await waitForAcks(url)
    return isGood ? 0 : 1
  })
})

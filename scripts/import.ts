import { withDatabase } from './database'
import { generateClient, isClientStale } from './generate'
import { program } from './interrupt'
import { listPending, migrate } from './migrate'
import { isPaperEmpty, seedPaper } from './seed'
import { say, step } from './terminal'
import { untilHeard } from './until-heard'

/**
 * `npm run import -- FILE…`: puts saved article pages (.txt) and story collections (.jsonl) into the paper, beside a
 * running `npm start` or without one. A folder that was never started is made ready first.
 */
program(import.meta.url, async () => {
  const files = process.argv.slice(2)
  if (files.length === 0) {
    say('usage: npm run import -- FILE…   (.txt: a saved article page, .jsonl: a story a line)')
    return 2
  }
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) await step('tables', () => migrate(url))
    if (await isPaperEmpty(url)) {
      await step('sample paper', (progress) => seedPaper(url, process.cwd(), progress))
    }
    // Late: it needs the database client that was only just made.
    const { importFiles } = await import('./import-files')
    const isGood = await importFiles(files, url)
    await untilHeard(url)
    return isGood ? 0 : 1
  })
})

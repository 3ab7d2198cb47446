import { prepareDatabase } from '../tools/database/database'
import { migrate } from '../tools/prisma/migrate'
import { runMain } from '../tools/process/run-main'
import { fillPaper } from '../tools/synthetic-data/fill-paper'
import { info, seconds } from '../tools/terminal/terminal'
import { fillFolder, folderOf } from './papers/sized-paper'
import { readNumbers } from './read-numbers'

/**
 * `npm run bench:data -- --stories N`: fills an empty database (in DAINIK_DATA_DIR, by default .data-bench/N, or at
 * DATABASE_URL) with N plausible stories over twenty years: the same N gives the same paper, whatever the machine.
 */
async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await run()
  const ms = performance.now() - began
  if (ms > 100) info(`${name}: ${seconds(ms)}`)
  return result
}

async function fillAt(url: string, stories: number): Promise<void> {
  await prepareDatabase(url)
  await migrate(url)
  await fillPaper(url, stories, timed)
}

runMain(import.meta.url, async () => {
  const { stories } = readNumbers({ stories: 1_000 })
  const { DATABASE_URL, DAINIK_DATA_DIR = folderOf(stories) } = process.env
  const began = performance.now()
  await (DATABASE_URL ? fillAt(DATABASE_URL, stories) : fillFolder(DAINIK_DATA_DIR, stories, timed))
  info(`${stories} stories in ${seconds(performance.now() - began)}`)
})

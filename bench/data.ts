import { parseArgs } from 'node:util'
import { withDatabase } from '../scripts/database'
import { program } from '../scripts/interrupt'
import { migrate } from '../scripts/migrate'
import { say, seconds, Trouble } from '../scripts/terminal'
import { fillPaper } from './fill'
import { loosely } from './loosely'

/**
 * `npm run bench:data -- --stories N`: fills an empty database (DAINIK_DATA_DIR, by default .data-bench, or DATABASE_URL)
 * with N plausible stories over twenty years: the same N gives the same paper, whatever the machine.
 */
async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await run()
  const ms = performance.now() - began
  if (ms > 100) say(`${name}: ${seconds(ms)}`)
  return result
}

program(import.meta.url, async () => {
  const { values } = parseArgs({ options: { stories: { type: 'string', default: '1000' } } })
  const stories = Number(values.stories)
  if (!Number.isInteger(stories) || stories < 1) throw new Trouble('--stories wants a whole number')
  const began = performance.now()
  const dataDir = process.env.DATABASE_URL
    ? undefined
    : (process.env.DAINIK_DATA_DIR ?? '.data-bench')
  await withDatabase(
    async (url) => {
      await migrate(url)
      const fill = () => fillPaper(url, stories, timed)
      await (dataDir ? loosely(url, fill) : fill())
    },
    dataDir ? { dataDir } : {},
  )
  say(`${stories} stories in ${seconds(performance.now() - began)}`)
})

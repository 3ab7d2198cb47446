import { parseArgs } from 'node:util'
import { build, isBuildStale } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'
import { UserError } from '../tools/terminal/terminal'
import { findOrFillPaper, openPaper } from './papers/sized-paper'
import { report, verdict } from './report/figures'
import { measureSitemaps } from './server/measure-sitemaps'

/**
 * `npm run bench:sitemaps -- [STORIES]`: how long a production server takes to make the list of sitemaps and the largest
 * file, and what memory it wants for that, in a paper of so many stories (1,000,000) with one month that fills several
 * files. Nothing is kept between two askings. Ends with 1 when a limit is missed.
 */
runMain(import.meta.url, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '20' } },
  })
  const [stories, rounds] = [Number(positionals[0] ?? '1000000'), Number(values.rounds)]
  if (![stories, rounds].every((number) => Number.isInteger(number) && number > 0))
    throw new UserError('the number of stories and --rounds want whole numbers')
  if (isBuildStale()) await build()
  const paper = await openPaper(await findOrFillPaper(stories))
  const figures = await measureSitemaps(paper, rounds)
  return verdict(report(`sitemaps, ${stories.toLocaleString('en')} stories`, figures))
})

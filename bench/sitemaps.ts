import { parseArgs } from 'node:util'
import { build, isBuildStale } from '../scripts/build'
import { program } from '../scripts/interrupt'
import { Trouble } from '../scripts/terminal'
import { report, verdict } from './figures'
import { measureSitemaps } from './measure-sitemaps'
import { findOrFillPaper, openPaper } from './sized-paper'

/**
 * `npm run bench:sitemaps -- [STORIES]`: how long a production server takes to make the list of sitemaps and the largest
 * file, and what memory it wants for that, in a paper of so many stories (1,000,000) with one month that fills several
 * files. Nothing is kept between two askings. Ends with 1 when a limit is missed.
 */
program(import.meta.url, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '20' } },
  })
  const [stories, rounds] = [Number(positionals[0] ?? '1000000'), Number(values.rounds)]
  if (![stories, rounds].every((number) => Number.isInteger(number) && number > 0))
    throw new Trouble('the number of stories and --rounds want whole numbers')
  if (isBuildStale()) await build()
  const paper = await openPaper(await findOrFillPaper(stories))
  const figures = await measureSitemaps(paper, rounds)
  return verdict(report(`sitemaps, ${stories.toLocaleString('en')} stories`, figures))
})

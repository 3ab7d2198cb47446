import { build, isBuildStale } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'
import { openSizedPaper } from './papers/sized-paper'
import { readNumbers } from './read-numbers'
import { report, verdict } from './report/figures'
import { measureSitemaps } from './server/measure-sitemaps'

/**
 * `npm run bench:sitemaps -- [STORIES]`: how long a production server takes to make the list of sitemaps and the largest
 * file, and what memory it wants for that, in a paper of so many stories (1,000,000) with one month that fills several
 * files. Nothing is kept between two askings. Ends with 1 when a limit is missed.
 */
runMain(import.meta.url, async () => {
  const { stories, rounds } = readNumbers({ stories: 1_000_000, rounds: 20 }, 'stories')
  if (isBuildStale()) await build()
  const paper = await openSizedPaper(stories)
  const figures = await measureSitemaps(paper, rounds)
  return verdict(report(`sitemaps, ${stories.toLocaleString('en')} stories`, figures))
})

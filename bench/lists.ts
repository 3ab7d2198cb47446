import { withClient, withDatabase } from '../tools/database/database'
import { runMain } from '../tools/process/run-main'
import { info, UserError } from '../tools/terminal/terminal'
import { addListStates } from './newsroom/list-states'
import { readNumbers } from './read-numbers'

/**
 * `npm run bench:lists -- --stories N`: how long the server takes for a page of each of the newsroom's lists, in a database of
 * N stories that `npm run bench:data -- --stories N` made (DAINIK_DATA_DIR, by default .data-bench, or DATABASE_URL). A line is
 * the middle and the worst of `--rounds` askings; ends with 1 when a first page took longer than 100 ms in the middle.
 */
runMain(import.meta.url, async () => {
  const { stories, rounds } = readNumbers({ stories: 1_000_000, rounds: 15 })
  const dataDir = process.env.DATABASE_URL
    ? undefined
    : (process.env.DAINIK_DATA_DIR ?? '.data-bench')
  return await withDatabase(
    async (url) => {
      await withClient(url, async (client) => {
        const { rows } = await client.query('SELECT count(*)::int AS "count" FROM "Article"')
        if (rows[0].count < stories)
          throw new UserError(
            `the database holds ${rows[0].count} stories: npm run bench:data first`,
          )
        await addListStates(client, info)
      })
      // Late: it needs the database client, which may have to be made first.
      const { measureLists } = await import('./newsroom/measure-lists')
      return await measureLists(url, rounds)
    },
    dataDir ? { dataDir } : {},
  )
})

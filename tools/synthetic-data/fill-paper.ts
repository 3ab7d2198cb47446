import pLimit from 'p-limit'
import pg from 'pg'
import { UserError } from '../terminal/terminal'
import { type CopyStream, openCopyStream } from './copy-stream'
import { fillReferenceTables } from './reference-tables'
import { columns, type StoryTableName, storyRows, storyTableNames } from './story-rows'

export type Step = <T>(name: string, run: () => Promise<T>) => Promise<T>

// Few enough for a socket to take while the next are made.
const storiesAtOnce = 200
// As many as a machine of two cores runs in parallel.
const workersAtOnce = 2

const session = `
  SET session_replication_role = replica; SET synchronous_commit = off;
  SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'`

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks fails the statement that waits on it.
  client.on('error', () => {})
  await client.connect()
  await client.query(session)
  return client
}

/** Runs `work` on a connection of its own. */
async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** All four tables at once, each on a connection of its own: a story's texts are made once. */
async function fillStories(
  url: string,
  stories: number,
  categories: number,
  progress: (made: number) => void,
): Promise<void> {
  const clients = await Promise.all(storyTableNames.map(() => connect(url)))
  try {
    const copyStreams = storyTableNames.map((table, index): [StoryTableName, CopyStream] => [
      table,
      openCopyStream(clients[index] as pg.Client, table, columns[table]),
    ])
    for (let from = 1; from <= stories; from += storiesAtOnce) {
      const to = Math.min(from + storiesAtOnce - 1, stories)
      const rows = Array.from({ length: to - from + 1 }, (_, index) =>
        storyRows(from + index, { stories, categories }),
      )
      await Promise.all(
        copyStreams.map(([table, copyStream]) =>
          copyStream.write(rows.map((row) => row[table]).join('')),
        ),
      )
      progress(to)
    }
    await Promise.all(copyStreams.map(([, copyStream]) => copyStream.end()))
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

type Index = { name: string; definition: string }

/** Drops the secondary indexes of the stories' tables. Returns their definitions. */
async function dropIndexes(client: pg.Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = ANY($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [storyTableNames],
  )
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  return rows
}

/** The keys of each kind of list: what it is of, and its stories. */
const lists: [string, string][] = [
  [`'latest'`, `SELECT 0 AS "of", "publicAt", "id" FROM "Article"`],
  [
    `'topic:' || "of"`,
    `SELECT "topicId" AS "of", "publicAt", "articleId" AS "id" FROM "ArticleTopic"`,
  ],
  [
    `'author:' || "of"`,
    `SELECT "contributorId" AS "of", "publicAt", "articleId" AS "id" FROM "Byline"`,
  ],
  [
    `'category:' || "of"`,
    `SELECT above."id" AS "of", a."publicAt", a."id" FROM "Article" a
     JOIN "Category" c ON c."id" = a."categoryId" JOIN "Category" above ON above."id" IN (c."id", c."parentId")`,
  ],
]

/** The bounds of the pages of a kind of lists in one statement, as closePages lays them out. */
const pageBoundsSql = ([list, keys]: [string, string]) => `
  INSERT INTO "ListPage" ("list", "number", "publicAt", "id")
  SELECT ${list}, 1 + place / 20, "publicAt", "id" FROM (
    SELECT keys.*, row_number() OVER (PARTITION BY "of" ORDER BY "publicAt", "id") - 1 AS place,
           count(*) OVER (PARTITION BY "of") AS total
    FROM (${keys}) AS keys) AS placed
  WHERE place > 0 AND place % 20 = 0 AND total - place >= 20`

const sequenceTables = ['Article', 'Category', 'Topic', 'Contributor', 'Source', 'Image']
const resetSequenceSql = (table: string) =>
  `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max("id") FROM "${table}"))`

async function refuseExistingPaper(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SELECT EXISTS (SELECT FROM "Paper") AS "isTaken"')
  if (!rows[0].isTaken) return
  throw new UserError(
    'the database holds a paper already: give an empty one, or another DAINIK_DATA_DIR',
  )
}

/**
 * Fills an empty, migrated database with so many plausible stories. Rows go in by COPY, without triggers; indexes are
 * made afterwards. `step` runs the parts and may time them.
 * @throws UserError when there is a paper already
 */
export async function fillPaper(
  url: string,
  stories: number,
  step: Step = (_, run) => run(),
  progress: (made: number) => void = () => {},
): Promise<void> {
  const { categories, indexes } = await withConnection(url, async (client) => {
    await refuseExistingPaper(client)
    return { categories: await fillReferenceTables(client), indexes: await dropIndexes(client) }
  })
  await step('stories', () => fillStories(url, stories, categories, progress))
  const limit = pLimit(workersAtOnce)
  const work = (name: string, statement: string) =>
    limit(() => step(name, () => withConnection(url, (client) => client.query(statement))))
  // The words take longest: they go first.
  const longestFirst = indexes.sort(
    (a, b) => Number(b.name.includes('words')) - Number(a.name.includes('words')),
  )
  await Promise.all([
    ...longestFirst.map(({ name, definition }) => work(`index ${name}`, definition)),
    work('months', 'SELECT "rebuildMonthlyStoryCounts"()'),
    ...lists.map((list) => work(`pages of ${list[0]}`, pageBoundsSql(list))),
    ...sequenceTables.map((table) => work(`numbers of ${table}`, resetSequenceSql(table))),
  ])
  await Promise.all(
    storyTableNames.map((table) => work(`statistics of ${table}`, `VACUUM ANALYZE "${table}"`)),
  )
  await withConnection(url, (client) =>
    client.query('ANALYZE "ListPage", "MonthlyStoryCount", "Category", "Topic", "Contributor"'),
  )
}

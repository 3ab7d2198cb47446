import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { romanize } from '../lib/bengali/romanize'
import { categories, paper } from '../prisma/seed/paper'
import { withDatabase } from '../scripts/database'
import { program } from '../scripts/interrupt'
import { migrate } from '../scripts/migrate'
import { say, Trouble } from '../scripts/terminal'
import { plausibleStory } from './plausible'
import { type Random, seeded } from './random'

/**
 * `npm run bench:data -- --stories N`: fills an empty database (DAINIK_DATA_DIR, by default .data-bench, or DATABASE_URL)
 * with N plausible stories over twenty years: the same N gives the same paper, whatever the machine. Rows go in by COPY, without
 * triggers; indexes are made afterwards.
 */
const topicCount = 2_000
const contributorCount = 400
const sourceCount = 20
const imageCount = 36
const yearMs = 365.25 * 24 * 3_600_000
const years = 20
// Fixed, so that the data do not depend on the day they are made.
const newestAt = Date.parse('2026-11-01T00:00:00Z')

type Counts = { stories: number; categories: number }

/** Where in time story `id` of `stories` stands: evenly, with a little disorder; the paper grew. */
function publishedAt(random: Random, id: number, stories: number): Date {
  const age = (1 - (id / stories) ** 0.7) * years * yearMs
  return new Date(Math.round(newestAt - age - random.next() * 3_600_000))
}

/** A field of COPY's text format. */
const field = (value: string | number | boolean | Date | null): string => {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  return String(value).replace(
    /[\\\n\r\t]/g,
    (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? c,
  )
}
const row = (values: (string | number | boolean | Date | null)[]) =>
  `${values.map(field).join('\t')}\n`

async function copy(client: pg.Client, table: string, columns: string[], rows: Iterable<string>) {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const target = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`))
  await pipeline(Readable.from(batched(rows), { objectMode: false }), target)
}

/** Rows joined into larger pieces: a write a row would cost more than the rows. */
function* batched(rows: Iterable<string>): Iterable<Buffer> {
  let piece: string[] = []
  for (const each of rows) {
    piece.push(each)
    if (piece.length < 500) continue
    yield Buffer.from(piece.join(''))
    piece = []
  }
  yield Buffer.from(piece.join(''))
}

/** Each of the tables goes through the same stories in the same order: each seeds its own generator. */
function* each<T>(counts: Counts, make: (random: Random, id: number, at: Date) => T): Iterable<T> {
  const time = seeded(1)
  for (let id = 1; id <= counts.stories; id += 1) {
    yield make(seeded(id * 7919), id, publishedAt(time, id, counts.stories))
  }
}

const isHeadlineOnly = false

function* articleRows(counts: Counts): Iterable<string> {
  const now = new Date(newestAt)
  for (const text of each(counts, (random, id, at) => {
    const story = plausibleStory(random, id)
    const category = 1 + random.tail(counts.categories)
    const image = random.next() < 0.7 ? 1 + random.tail(imageCount) : null
    const source = random.next() < 0.3 ? 1 + random.tail(sourceCount) : null
    return row([
      id,
      story.headline,
      story.kicker,
      story.standfirst,
      null,
      story.bodyJson,
      story.wordCount,
      isHeadlineOnly,
      'published',
      at,
      at,
      category,
      image,
      source,
      at,
      now,
    ])
  }))
    yield text
}

const articleColumns = [
  'id',
  'headline',
  'kicker',
  'standfirst',
  'dateline',
  'body',
  'wordCount',
  'isHeadlineOnly',
  'status',
  'publishAt',
  'publishedAt',
  'categoryId',
  'leadImageId',
  'sourceId',
  'createdAt',
  'updatedAt',
]

const distinct = (values: number[]) => [...new Set(values)]

function* bylineRows(counts: Counts): Iterable<string> {
  for (const rows of each(counts, (_, id, at) => {
    const random = seeded(id * 104_729)
    const authors = distinct(
      Array.from({ length: random.next() < 0.2 ? 2 : 1 }, () => 1 + random.tail(contributorCount)),
    )
    return authors.map((author, position) => row([id, position, author, at]))
  }))
    yield* rows
}

function* topicRows(counts: Counts): Iterable<string> {
  for (const rows of each(counts, (_, id, at) => {
    const random = seeded(id * 15_485_863)
    const topics = distinct(
      Array.from({ length: Math.floor(random.next() * 4) }, () => 1 + random.tail(topicCount)),
    )
    return topics.map((topic) => row([id, topic, at]))
  }))
    yield* rows
}

function* searchRows(counts: Counts): Iterable<string> {
  for (const text of each(counts, (random, id, at) => {
    const { search } = plausibleStory(random, id)
    return row([id, at, search.headline, search.top, search.words])
  }))
    yield text
}

const numbered = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

/** What stories refer to. Returns how many categories there are. */
async function fillSmallTables(client: pg.Client): Promise<number> {
  const { pictureCredit, ...settings } = paper
  await copy(
    client,
    'Paper',
    ['id', ...Object.keys(settings)],
    [row([1, ...Object.values(settings)])],
  )
  const ids = new Map<string, number>(
    categories.map((category, index) => [category.slug, index + 1]),
  )
  await copy(
    client,
    'Category',
    ['id', 'slug', 'name', 'position', 'parentId'],
    categories.map((category, index) =>
      row([
        index + 1,
        category.slug,
        category.name,
        index,
        'parent' in category ? (ids.get(category.parent) ?? null) : null,
      ]),
    ),
  )
  const names = ['ধান', 'নদী', 'বাজেট', 'মেলা', 'সেতু', 'ভোট', 'বৃষ্টি', 'শিক্ষা', 'গান', 'চা'].map((name) =>
    name.normalize('NFC'),
  )
  const name = (number: number) => `${names[number % names.length]} ${number}`
  await copy(
    client,
    'Topic',
    ['id', 'slug', 'name'],
    numbered(topicCount, (n) => row([n, `topic-${n}`, name(n)])),
  )
  await copy(
    client,
    'Contributor',
    ['id', 'slug', 'name', 'kind'],
    numbered(contributorCount, (n) => row([n, `${romanize('লেখক')}-${n}`, `লেখক ${n}`, 'person'])),
  )
  await copy(
    client,
    'Source',
    ['id', 'slug', 'name'],
    numbered(sourceCount, (n) => row([n, `source-${n}`, `সূত্র ${n}`])),
  )
  await copy(
    client,
    'Image',
    ['id', 'hash', 'mediaType', 'bytes', 'width', 'height', 'alt', 'credit'],
    numbered(imageCount, (n) =>
      row([
        n,
        n.toString(16).padStart(64, '0'),
        'image/jpeg',
        80_000,
        1800,
        1200,
        `ছবি ${n}`,
        pictureCredit,
      ]),
    ),
  )
  return categories.length
}

/** Runs `fill` with the secondary indexes of `tables` out of the way. */
async function withoutIndexes(client: pg.Client, tables: string[], fill: () => Promise<void>) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = ANY($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  await fill()
  for (const { name, definition } of rows)
    await step(`index ${name}`, () => client.query(definition))
}

/** The bounds of every list's pages in one statement a kind, as closePages lays them out. */
async function layOutPages(client: pg.Client) {
  const insert = (list: string, keys: string) =>
    client.query(`
    INSERT INTO "ListPage" ("list", "number", "publicAt", "id")
    SELECT ${list}, 1 + place / 20, "publicAt", "id" FROM (
      SELECT keys.*, row_number() OVER (PARTITION BY "of" ORDER BY "publicAt", "id") - 1 AS place,
             count(*) OVER (PARTITION BY "of") AS total
      FROM (${keys}) AS keys) AS placed
    WHERE place > 0 AND place % 20 = 0 AND total - place >= 20`)
  await insert(`'latest'`, 'SELECT 0 AS "of", "publicAt", "id" FROM "Article"')
  await insert(
    `'topic:' || "of"`,
    'SELECT "topicId" AS "of", "publicAt", "articleId" AS "id" FROM "ArticleTopic"',
  )
  await insert(
    `'author:' || "of"`,
    'SELECT "contributorId" AS "of", "publicAt", "articleId" AS "id" FROM "Byline"',
  )
  await insert(
    `'category:' || "of"`,
    `
    SELECT above."id" AS "of", a."publicAt", a."id" FROM "Article" a
    JOIN "Category" c ON c."id" = a."categoryId" JOIN "Category" above ON above."id" IN (c."id", c."parentId")`,
  )
}

async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await run()
  say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

export async function fillPaper(url: string, stories: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM "Paper") AS "isTaken"')
    if (rows[0].isTaken)
      throw new Trouble(
        'the database holds a paper already: give an empty one, or another DAINIK_DATA_DIR',
      )
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off`,
    )
    const counts = { stories, categories: await fillSmallTables(client) }
    await withoutIndexes(
      client,
      ['Article', 'Byline', 'ArticleTopic', 'ArticleSearch'],
      async () => {
        await step('stories', () => copy(client, 'Article', articleColumns, articleRows(counts)))
        await step('bylines', () =>
          copy(
            client,
            'Byline',
            ['articleId', 'position', 'contributorId', 'publicAt'],
            bylineRows(counts),
          ),
        )
        await step('topics', () =>
          copy(client, 'ArticleTopic', ['articleId', 'topicId', 'publicAt'], topicRows(counts)),
        )
        await step('search words', () =>
          copy(
            client,
            'ArticleSearch',
            ['articleId', 'publicAt', 'headline', 'top', 'words'],
            searchRows(counts),
          ),
        )
      },
    )
    await step('pages of lists', () => layOutPages(client))
    for (const table of ['Article', 'Category', 'Topic', 'Contributor', 'Source', 'Image']) {
      await client.query(
        `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max("id") FROM "${table}"))`,
      )
    }
    await step('statistics', () => client.query('VACUUM ANALYZE'))
  } finally {
    await client.end()
  }
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
      await fillPaper(url, stories)
    },
    dataDir ? { dataDir } : {},
  )
  say(`${stories} stories in ${((performance.now() - began) / 1000).toFixed(0)} s`)
})

import type { Actor } from '../../lib/auth/permissions'
import { connectDb, db } from '../../lib/db/client'
import { countList, findNewsroomPage } from '../../lib/newsroom/story-lists/list-queries'
import {
  type ListCursor,
  type ListFilter,
  type ListName,
  storyListNames,
} from '../../lib/newsroom/story-lists/story-lists'
import { median } from '../report/quantile'
import { editorId, reporterId } from './list-states'

const mostMs = 100
const editor: Actor = { id: editorId, name: 'সম্পাদক', role: 'editor' }
const reporter: Actor = { id: reporterId, name: 'প্রতিবেদক', role: 'reporter' }
const day = 86_400_000

type Case = { actor: Actor; list: ListName; name: string; filter: ListFilter; turn?: ListCursor }

/** The words of the newest headlines, from the one most have to one that few have. */
async function findWords() {
  const rows = await db().$queryRaw<{ word: string; count: number }[]>`
    SELECT word, count(*)::int AS "count" FROM (
      SELECT unnest(string_to_array("headline", ' ')) AS word FROM "Article" WHERE "id" % 97 = 0
    ) AS words WHERE length(word) > 3 GROUP BY word ORDER BY 2 DESC`
  const at = (share: number) => rows[Math.floor(rows.length * share)]?.word ?? ''
  return { common: rows[0]?.word ?? '', usual: at(0.3), rare: at(0.95) }
}

/** The category and the writer with most, and with least, of the archive. */
async function findEnds(column: 'categoryId' | 'contributorId') {
  const rows = await (column === 'categoryId'
    ? db().$queryRaw<{ id: number }[]>`
        SELECT "categoryId" AS "id" FROM "Article" GROUP BY 1 ORDER BY count(*) DESC`
    : db().$queryRaw<{ id: number }[]>`
        SELECT "contributorId" AS "id" FROM "Byline" GROUP BY 1 ORDER BY count(*) DESC`)
  return { most: rows[0]?.id ?? 1, least: rows.at(-1)?.id ?? 1 }
}

async function filtersFor(): Promise<[string, ListFilter][]> {
  const words = await findWords()
  const category = await findEnds('categoryId')
  const writer = await findEnds('contributorId')
  const all = (await db().category.findMany({ select: { id: true } })).map(({ id }) => id)
  const ago = (days: number) => new Date(Date.now() - days * day)
  const busiest = { contributorId: writer.most, categoryIds: [category.least] }
  return [
    ['as it is', {}],
    ['largest category', { categoryIds: [category.most] }],
    ['smallest category', { categoryIds: [category.least] }],
    ['ten categories', { categoryIds: all.slice(0, 10) }],
    ['busiest writer', { contributorId: writer.most }],
    ['rarest writer', { contributorId: writer.least }],
    ['busiest writer, smallest category', busiest],
    ['a week of long ago', { from: ago(3_650), until: ago(3_643) }],
    [`commonest word (${words.common})`, { words: words.common }],
    [`usual word (${words.usual})`, { words: words.usual }],
    [`rare word (${words.rare})`, { words: words.rare }],
    ['commonest word, smallest category, busiest writer', { words: words.common, ...busiest }],
  ]
}

const deepest: ListCursor = { direction: 'before', key: { at: new Date('1990-01-01'), id: 1 } }

async function casesFor(): Promise<Case[]> {
  const filters = await filtersFor()
  return [editor, reporter].flatMap((actor) =>
    storyListNames.flatMap((list) => [
      ...filters.map(([name, filter]) => ({ actor, list, name, filter })),
      { actor, list, name: 'deepest page', filter: {}, turn: deepest },
    ]),
  )
}

async function timesOf(rounds: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return times
}

const write = (line: string[]) => process.stdout.write(`${line.join('\t')}\n`)

// The paper's own client, which queries ask for, is one on this database (lib/db/client.ts).
const shared = globalThis as { __dainikDb?: ReturnType<typeof connectDb> }

/** Prints a line for each list and filter. Returns the exit status: 1 when one was too slow. */
export async function measureLists(url: string, rounds: number): Promise<number> {
  shared.__dainikDb = connectDb(url)
  const now = new Date()
  let isSlow = false
  write(['who', 'list', 'narrowed to', 'stories', 'middle ms', 'worst ms'])
  for (const { actor, list, name, filter, turn } of await casesFor()) {
    const ask = () => findNewsroomPage(actor, list, filter, turn ?? null, now)
    const { stories } = await ask()
    const times = await timesOf(rounds, ask)
    isSlow ||= median(times) > mostMs
    const figures = [median(times), Math.max(...times)].map((ms) => ms.toFixed(1))
    write([actor.role, list, name, String(stories.length), ...figures])
  }
  const counts = await timesOf(rounds, () =>
    Promise.all(storyListNames.map((list) => countList(editor, list, now))),
  )
  write(['editor', 'all', 'counts of the tabs', '', median(counts).toFixed(1)])
  await db().$disconnect()
  return isSlow ? 1 : 0
}

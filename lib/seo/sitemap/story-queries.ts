import 'server-only'
import { articlePath } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { offeredWidths, picturePath } from '@/lib/media/files/picture'
import { staleFrom, tagList } from '@/lib/render-context/response'
import { maxNewsAgeMs, maxNewsInFile, maxUrlsInFile, type SitemapEntry } from './sitemap'

// Rows in memory at once.
const batchSize = 1_000

// The width of the JPEG in the page's `src`.
const pictureWidth = 1280

type Cursor = { publicAt: Date; id: number }
type PictureRow = { id: number; hash: string; width: number }
type SitemapStoryRow = Cursor & {
  notedChangeAt: Date | null
  slug: string
  pictures: PictureRow[] | null
}

function pathOf(picture: PictureRow): string {
  const width = offeredWidths(picture, pictureWidth).at(-1) ?? 160
  return picturePath(picture, width, 'jpg')
}

const toEntry = ({
  id,
  slug,
  publicAt,
  notedChangeAt,
  pictures,
}: SitemapStoryRow): SitemapEntry => ({
  path: articlePath({ id, category: { slug } }),
  changedAt: notedChangeAt && notedChangeAt > publicAt ? notedChangeAt : publicAt,
  pictures: (pictures ?? []).map(pathOf),
})

/** The stories after `after` and before `end`, oldest first: one index range. */
function listStoriesAfter(after: Cursor, end: Date, count: number): Promise<SitemapStoryRow[]> {
  return db().$queryRaw<SitemapStoryRow[]>`
    SELECT a."id", a."publicAt", a."notedChangeAt", c."slug", shown."pictures"
    FROM (
      SELECT "id", "publicAt", "notedChangeAt", "categoryId", "leadImageId" FROM "Article"
      WHERE ("publicAt", "id") > (${after.publicAt}, ${after.id}::int) AND "publicAt" < ${end}
      ORDER BY "publicAt", "id" LIMIT ${count}
    ) AS a
    JOIN "Category" c ON c."id" = a."categoryId"
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', i."id", 'hash', i."hash", 'width', i."width")
        ORDER BY i."id" <> a."leadImageId", i."id") AS "pictures"
      FROM (
        SELECT a."leadImageId" AS "id" WHERE a."leadImageId" IS NOT NULL
        UNION SELECT "pictureId" FROM "PictureUse" WHERE "articleId" = a."id" AND "place" = 'story'
      ) AS used JOIN "Image" i ON i."id" = used."id"
    ) AS shown ON true
    ORDER BY a."publicAt", a."id"`
}

/** `end` bounds what is public at `now`: instants have whole milliseconds. */
const afterNow = (now: Date) => new Date(now.getTime() + 1)
const earlier = (a: Date, b: Date) => (a < b ? a : b)

async function findMonth(month: string, now: Date): Promise<{ begin: Date; end: Date }> {
  const [bounds] = await db().$queryRaw<{ begin: Date; end: Date; next: Date | null }[]>`
    SELECT m."begin", m."end", (
      SELECT "publicAt" FROM "Article" WHERE "publicAt" > ${now} AND "publicAt" < m."end" ORDER BY "publicAt" LIMIT 1
    ) AS "next"
    FROM (SELECT "monthBegins"(${month}) AS "begin", "monthBegins"(${month}, 1) AS "end") AS m`
  if (!bounds) throw new Error(`the database does not know the month ${month}`)
  staleFrom(bounds.next)
  return { begin: bounds.begin, end: earlier(bounds.end, afterNow(now)) }
}

/** The story after which the part begins; null when the month has too few stories. */
async function findBeginning(begin: Date, end: Date, part: number): Promise<Cursor | null> {
  if (part === 1) return { publicAt: begin, id: 0 }
  const [last] = await db().$queryRaw<Cursor[]>`
    SELECT "publicAt", "id" FROM "Article" WHERE "publicAt" >= ${begin} AND "publicAt" < ${end}
    ORDER BY "publicAt", "id" OFFSET ${(part - 1) * maxUrlsInFile - 1} LIMIT 1`
  return last ?? null
}

async function* storiesOf(first: SitemapStoryRow[], end: Date): AsyncGenerator<SitemapEntry[]> {
  let batch = first
  for (let left = maxUrlsInFile - batch.length; ; left -= batch.length) {
    yield batch.map(toEntry)
    const last = batch.at(-1)
    if (!last || batch.length < batchSize || left === 0) return
    batch = await listStoriesAfter(last, end, Math.min(batchSize, left))
  }
}

/** The stories of a part of a month in batches, the oldest first; null when there are none. */
export async function findMonthStories(
  month: string,
  part: number,
  now: Date,
): Promise<AsyncIterable<SitemapEntry[]> | null> {
  tagList(tags.month(month))
  // The address of a story contains its category.
  tagList(tags.lists())
  const { begin, end } = await findMonth(month, now)
  const beginning = await findBeginning(begin, end, part)
  const first = beginning ? await listStoriesAfter(beginning, end, batchSize) : []
  return first.length > 0 ? storiesOf(first, end) : null
}

/** Stories that are news at `now`: public, younger than two days, with a body. */
const newsWhere = (now: Date) => Prisma.sql`
  "publicAt" > ${new Date(now.getTime() - maxNewsAgeMs)} AND "publicAt" <= ${now} AND NOT "isHeadlineOnly"`

/** The number of stories that are news at `now`. The page is stale when the next is published and when the oldest expires. */
export async function countNews(now: Date): Promise<number> {
  tagList(tags.latest())
  const [news] = await db().$queryRaw<{ count: number; oldest: Date | null; next: Date | null }[]>`
    SELECT count(*)::int AS "count", min("publicAt") AS "oldest",
      (SELECT "publicAt" FROM "Article" WHERE "publicAt" > ${now} ORDER BY "publicAt" LIMIT 1) AS "next"
    FROM "Article" WHERE ${newsWhere(now)}`
  staleFrom(news?.oldest ? new Date(news.oldest.getTime() + maxNewsAgeMs) : null)
  staleFrom(news?.next ?? null)
  return news?.count ?? 0
}

type NewsRow = Cursor & { headline: string; notedChangeAt: Date | null; slug: string }

/** The newest news first. */
export async function listNews(part: number, now: Date): Promise<SitemapEntry[]> {
  tagList(tags.latest())
  tagList(tags.lists())
  const rows = await db().$queryRaw<NewsRow[]>`
    SELECT a."id", a."publicAt", a."headline", a."notedChangeAt", c."slug"
    FROM (
      SELECT "id", "publicAt", "headline", "notedChangeAt", "categoryId" FROM "Article" WHERE ${newsWhere(now)}
      ORDER BY "publicAt" DESC, "id" DESC OFFSET ${(part - 1) * maxNewsInFile} LIMIT ${maxNewsInFile}
    ) AS a JOIN "Category" c ON c."id" = a."categoryId"
    ORDER BY a."publicAt" DESC, a."id" DESC`
  return rows.map((row) => ({
    ...toEntry({ ...row, pictures: null }),
    news: { headline: row.headline, publishedAt: row.publicAt },
  }))
}

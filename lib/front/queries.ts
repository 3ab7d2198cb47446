import 'server-only'
import { listMostReadIds } from '@/lib/articles/most-read-queries'
import { listLatest, listStories } from '@/lib/articles/queries'
import { tags } from '@/lib/cache-tags'
import { type Category, topCategories, withDescendants } from '@/lib/categories/category'
import { db } from '@/lib/db/client'
import { staleFrom, tagList } from '@/lib/document/document'
import {
  blockCount,
  type Front,
  type FrontMaterial,
  latestCount,
  mostReadCount,
  secondsCount,
  setFront,
} from './front'

// Enough that blocks and the latest column are full after the lead and the seconds were taken out.
const spare = secondsCount + 1

/** The newest stories of every top category with what stands under it: one statement for all of them. */
async function listNewestIds(all: Category[], tops: Category[], now: Date) {
  const members = tops.flatMap((top) =>
    withDescendants(all, top).map((each) => ({ topId: top.id, categoryId: each.id })),
  )
  return db().$queryRaw<{ topId: number; id: number }[]>`
    SELECT member."topId", newest."id"
    FROM unnest(${members.map((m) => m.topId)}::int[], ${members.map((m) => m.categoryId)}::int[])
      AS member("topId", "categoryId")
    CROSS JOIN LATERAL (
      SELECT "id", "publicAt" FROM "Article"
      WHERE "categoryId" = member."categoryId" AND "publicAt" <= ${now} AND NOT "isHeadlineOnly"
      ORDER BY "publicAt" DESC, "id" DESC LIMIT ${blockCount + spare}
    ) AS newest
    ORDER BY newest."publicAt" DESC, newest."id" DESC`
}

async function listPinnedIds(now: Date): Promise<number[]> {
  const pins = await db().frontPin.findMany({ orderBy: { position: 'asc' } })
  const held = pins.filter((pin) => !pin.until || pin.until > now)
  for (const pin of held) staleFrom(pin.until)
  return held.map((pin) => pin.articleId)
}

/**
 * What the front page is set from, in six statements whatever the archive.
 * @param pinnedIds in place of the stories that are held to places now: how the page would stand with them
 */
export async function getFrontMaterial(
  all: Category[],
  now: Date,
  pinnedIds?: number[],
): Promise<FrontMaterial> {
  tagList(tags.front())
  const tops = topCategories(all)
  for (const top of tops) tagList(tags.category(top.slug))
  const [heldIds, newest, latest, mostReadIds] = await Promise.all([
    pinnedIds ?? listPinnedIds(now),
    listNewestIds(all, tops, now),
    listLatest(latestCount + spare + secondsCount, now),
    listMostReadIds(mostReadCount + spare, now),
  ])
  const wanted = new Map<number, number[]>(tops.map((top) => [top.id, []]))
  for (const { topId, id } of newest) {
    const ids = wanted.get(topId)
    if (ids && ids.length < blockCount + spare) ids.push(id)
  }
  const stories = await listStories(
    [...new Set([...heldIds, ...mostReadIds, ...[...wanted.values()].flat()])],
    now,
  )
  const byId = new Map(stories.map((story) => [story.id, story]))
  const pick = (ids: number[]) => ids.flatMap((id) => byId.get(id) ?? [])
  return {
    pinned: pick(heldIds),
    latest,
    mostRead: pick(mostReadIds),
    byCategory: tops.map((category) => ({
      category,
      stories: pick(wanted.get(category.id) ?? []),
    })),
  }
}

/** The front page from data: what `FrontView` draws. */
export async function getFront(all: Category[], now: Date): Promise<Front> {
  return setFront(await getFrontMaterial(all, now))
}

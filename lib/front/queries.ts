import 'server-only'
import { listMostReadIds } from '@/lib/articles/most-read-queries'
import { listLatest, listStories } from '@/lib/articles/queries'
import { articlePath, type StorySummary } from '@/lib/content-model/article'
import { type Category, topCategories, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { staleFrom, tagList } from '@/lib/render-context/response'
import {
  type Breaking,
  blockCount,
  composeFront,
  type Front,
  type FrontChoice,
  type FrontMaterial,
  latestCount,
  mostReadCount,
  secondsCount,
  topCount,
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

/** The choices of the front page that have not expired; empty without any. */
export async function findFrontChoice(now: Date): Promise<FrontChoice> {
  const isActive = { OR: [{ until: null }, { until: { gt: now } }] }
  const [pins, blocks, breaking] = await Promise.all([
    db().frontPin.findMany({ where: isActive, orderBy: { position: 'asc' } }),
    db().frontBlockPin.findMany({
      where: isActive,
      orderBy: { categoryId: 'asc' },
      select: { articleId: true, until: true, category: { select: { slug: true } } },
    }),
    db().breakingNews.findFirst({ where: isActive }),
  ])
  return {
    pins: pins.map(({ position, articleId, until }) => ({ place: position, id: articleId, until })),
    blocks: blocks.map(({ category, articleId, until }) => ({
      category: category.slug,
      id: articleId,
      until,
    })),
    breaking: breaking && { text: breaking.text, id: breaking.articleId, until: breaking.until },
  }
}

const isActiveAt =
  (now: Date) =>
  ({ until }: { until: Date | null }) =>
    !until || until > now

/** The part of a choice that has not expired at `now`. */
function activeChoice({ pins, blocks, breaking }: FrontChoice, now: Date): FrontChoice {
  const isActive = isActiveAt(now)
  return {
    pins: pins.filter(isActive),
    blocks: blocks.filter(isActive),
    breaking: breaking && isActive(breaking) ? breaking : null,
  }
}

const expiriesOf = ({ pins, blocks, breaking }: FrontChoice) => [
  ...[...pins, ...blocks].map(({ until }) => until),
  breaking?.until ?? null,
]

/** The strip: with its story, once readers have that; a story that was taken away takes it along. */
function toBreaking({ breaking }: FrontChoice, byId: Map<number, StorySummary>): Breaking | null {
  if (!breaking) return null
  if (breaking.id === null) return { text: breaking.text, path: null }
  const story = byId.get(breaking.id)
  return story ? { text: breaking.text, path: articlePath(story) } : null
}

/**
 * The stories of the front page, in nine statements however large the archive is.
 * @param choice replaces the current choice, for a preview
 */
export async function getFrontMaterial(
  all: Category[],
  now: Date,
  choice?: FrontChoice,
): Promise<FrontMaterial> {
  tagList(tags.front())
  const tops = topCategories(all)
  for (const top of tops) tagList(tags.category(top.slug))
  const [decided, newest, latest, mostReadIds] = await Promise.all([
    choice ?? findFrontChoice(now),
    listNewestIds(all, tops, now),
    listLatest(latestCount + spare + secondsCount, now),
    listMostReadIds(mostReadCount + spare, now),
  ])
  const active = activeChoice(decided, now)
  for (const end of expiriesOf(active)) staleFrom(end)
  const idsByCategory = new Map<number, number[]>(tops.map((top) => [top.id, []]))
  for (const { topId, id } of newest) {
    const ids = idsByCategory.get(topId)
    if (ids && ids.length < blockCount + spare) ids.push(id)
  }
  const pinnedIds = [...active.pins, ...active.blocks, active.breaking].flatMap(
    (pin) => pin?.id ?? [],
  )
  const stories = await listStories(
    [...new Set([...pinnedIds, ...mostReadIds, ...[...idsByCategory.values()].flat()])],
    now,
  )
  const byId = new Map(stories.map((story) => [story.id, story]))
  const pick = (ids: number[]) => ids.flatMap((id) => byId.get(id) ?? [])
  return {
    pinned: Array.from({ length: topCount }, (_, place) => {
      const pin = active.pins.find((each) => each.place === place)
      return (pin && byId.get(pin.id)) ?? null
    }),
    latest,
    mostRead: pick(mostReadIds),
    byCategory: tops.map((category) => ({
      category,
      stories: pick(idsByCategory.get(category.id) ?? []),
      head: findBlockHead(all, category, active, byId),
    })),
    breaking: toBreaking(active, byId),
  }
}

/** The story held to open a category's block, while it belongs there. */
function findBlockHead(
  all: Category[],
  category: Category,
  { blocks }: FrontChoice,
  byId: Map<number, StorySummary>,
): StorySummary | null {
  const pin = blocks.find((each) => each.category === category.slug)
  const story = pin && byId.get(pin.id)
  const members = withDescendants(all, category)
  return story && members.some(({ slug }) => slug === story.category.slug) ? story : null
}

/** The front page from data: what `FrontView` draws. */
export async function getFront(all: Category[], now: Date): Promise<Front> {
  return composeFront(await getFrontMaterial(all, now))
}

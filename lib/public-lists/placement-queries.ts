import 'server-only'
import { type Category, trailTo, withDescendants } from '@/lib/content-model/category'
import type { TransactionClient } from '@/lib/db/client'
import type { Placement } from '@/lib/invalidation/cache-tags'
import { listKey, type StoryList } from './list-pages'
import { closePages } from './list-queries'

/** The lists of a story, published or scheduled. */
export type StoryListings = { placement: Placement; lists: StoryList[] }

type ListReference = { id: number; slug: string }
type StoryListingsRow = {
  month: string
  categoryId: number
  categories: Category[]
  topics: ListReference[] | null
  contributors: ListReference[] | null
}

/** A category's list: its own stories and those of all categories under it. */
export const listOfCategory = (all: Category[], category: Category): StoryList => ({
  kind: 'category',
  id: category.id,
  categoryIds: withDescendants(all, category).map((member) => member.id),
})

function toListings(id: number, row: StoryListingsRow): StoryListings {
  const { categories, topics, contributors } = row
  const own = categories.find((category) => category.id === row.categoryId)
  const trail = own ? trailTo(categories, own) : []
  const references = { topics: topics ?? [], contributors: contributors ?? [] }
  return {
    placement: {
      id,
      month: row.month,
      categorySlugs: own
        ? trailTo(categories, own)
            .map((each) => each.slug)
            .toReversed()
        : [],
      topicSlugs: references.topics.map((topic) => topic.slug),
      contributorSlugs: references.contributors.map((contributor) => contributor.slug),
    },
    lists: [
      { kind: 'latest' },
      ...trail.map((each) => listOfCategory(categories, each)),
      ...references.topics.map((topic): StoryList => ({ kind: 'topic', id: topic.id })),
      ...references.contributors.map((each): StoryList => ({ kind: 'author', id: each.id })),
    ],
  }
}

/** The lists of a story in one statement; null while its status keeps it out of all lists. */
export async function findListings(
  tx: TransactionClient,
  id: number,
): Promise<StoryListings | null> {
  const [row] = await tx.$queryRaw<StoryListingsRow[]>`
    SELECT a."categoryId", "monthOf"(a."publicAt") AS "month",
      (SELECT jsonb_agg(c) FROM "Category" c) AS "categories",
      (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'slug', t."slug") ORDER BY t."id")
        FROM "ArticleTopic" link JOIN "Topic" t ON t."id" = link."topicId"
        WHERE link."articleId" = a."id") AS "topics",
      (SELECT jsonb_agg(jsonb_build_object('id', c."id", 'slug', c."slug") ORDER BY b."position")
        FROM "Byline" b JOIN "Contributor" c ON c."id" = b."contributorId"
        WHERE b."articleId" = a."id") AS "contributors"
    FROM "Article" a WHERE a."id" = ${id} AND a."publicAt" IS NOT NULL`
  return row ? toListings(id, row) : null
}

/** One lock order for all writers, so that two publications cannot deadlock. */
export const inLockOrder = (lists: StoryList[]): StoryList[] =>
  [...new Map(lists.map((list) => [listKey(list), list]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => list)

/** Closes the full pages of the lists that a story entered or left. */
export async function closeListsOf(
  tx: TransactionClient,
  listings: (StoryListings | null)[],
  now: Date,
): Promise<void> {
  const lists = inLockOrder(listings.flatMap((listing) => listing?.lists ?? []))
  for (const list of lists) await closePages(tx, list, now)
}

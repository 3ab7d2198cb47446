import { readWithdrawal } from './withdrawal'
import 'server-only'
import { cache } from 'react'
import type { Article, FullStory, Picture, StorySummary } from '@/lib/content-model/article'
import { type Body, imageIdsOf } from '@/lib/content-model/body'
import { type Category, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { tags } from '@/lib/invalidation/cache-tags'
import type { StoryList } from '@/lib/public-lists/list-pages'
import { findListPage } from '@/lib/public-lists/list-queries'
import { hiddenUntil, tagList, tagPage } from '@/lib/render-context/response'
import {
  articleSelect,
  type FullStoryRow,
  fullStorySelect,
  pictureSelect,
  summarySelect,
  toArticle,
  toFullStory,
  toSummary,
} from './rows'

/** `isPublic` in the database's terms. Every reader's query builds on it. */
export const publicWhere = (now: Date) =>
  ({ publicAt: { lte: now } }) satisfies Prisma.ArticleWhereInput

/** Newest first; the number decides between stories of one instant. */
const newestFirst = [
  { publicAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ArticleOrderByWithRelationInput[]

/** The page that an article's number leads to. */
export type ArticleLookup =
  | { kind: 'public'; article: Article }
  /** What readers are told of a withdrawn story. */
  | { kind: 'withdrawn'; headline: string | null; reason: string | null }

async function listPictures(body: Body): Promise<Picture[]> {
  const ids = imageIdsOf(body)
  if (ids.length === 0) return []
  return db().image.findMany({ where: { id: { in: ids } }, select: pictureSelect })
}

/** Ties the document to the names its story carries: put right, they are right here too. */
function tagReferences({ bylines, topics, source }: FullStoryRow, tag = tagPage): void {
  for (const { contributor } of bylines) tag(tags.name('contributor', contributor.slug))
  for (const { topic } of topics) tag(tags.name('topic', topic.slug))
  if (source) tag(tags.name('source', source.slug))
}

/** The story of that number as readers may see it at `now`; null when there is none for them. */
export const findArticle = cache(async (id: number, now: Date): Promise<ArticleLookup | null> => {
  tagPage(tags.article(id))
  const row = await db().article.findUnique({
    where: { id },
    select: articleSelect,
    relationLoadStrategy: 'join',
  })
  if (!row) return null
  if (row.status === 'withdrawn') {
    const { reason, showsHeadline } = readWithdrawal(row.withdrawal)
    return { kind: 'withdrawn', headline: showsHeadline ? row.headline : null, reason }
  }
  if (!row.publicAt) return null
  if (row.publicAt > now) {
    hiddenUntil(row.publicAt)
    return null
  }
  tagReferences(row)
  const article = toArticle(row, await listPictures(row.body as Body), now)
  return { kind: 'public', article }
})

/** The newest stories of one category itself, without the story they stand beside. */
export async function listMoreInCategory(
  categorySlug: string,
  exceptId: number,
  count: number,
  now: Date,
): Promise<StorySummary[]> {
  tagList(tags.category(categorySlug))
  // By number: joined to its slug, the stories of a category that sleeps would be looked for in the whole archive.
  const category = await db().category.findUnique({
    where: { slug: categorySlug },
    select: { id: true },
  })
  if (!category) return []
  const rows = await db().article.findMany({
    where: { ...publicWhere(now), categoryId: category.id, id: { not: exceptId } },
    orderBy: newestFirst,
    take: count,
    select: summarySelect,
    relationLoadStrategy: 'join',
  })
  return rows.map(toSummary)
}

/** The newest stories of the whole paper, headlines without a story left out. */
export async function listLatest(count: number, now: Date): Promise<StorySummary[]> {
  tagList(tags.latest())
  const rows = await db().article.findMany({
    where: { ...publicWhere(now), isHeadlineOnly: false },
    orderBy: newestFirst,
    take: count,
    select: summarySelect,
    relationLoadStrategy: 'join',
  })
  return rows.map(toSummary)
}

/** The stories with these numbers, in the order given; numbers of no public story are left out. */
export async function listStories(ids: number[], now: Date): Promise<StorySummary[]> {
  if (ids.length === 0) return []
  const rows = await db().article.findMany({
    where: { ...publicWhere(now), id: { in: ids } },
    select: summarySelect,
    relationLoadStrategy: 'join',
  })
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The newest stories among these ids, in full, newest first; stories known by their headline only are left out. */
export async function listFullStories(ids: number[], max: number, now: Date): Promise<FullStory[]> {
  const rows = await db().article.findMany({
    where: { ...publicWhere(now), id: { in: ids }, isHeadlineOnly: false },
    orderBy: newestFirst,
    take: max,
    select: fullStorySelect,
    relationLoadStrategy: 'join',
  })
  for (const row of rows) tagReferences(row, tagList)
  const pictures = await listPictures(rows.flatMap((row) => row.body as Body))
  return rows.map((row) => toFullStory(row, pictures))
}

/** A page of a list with its stories. */
export type PublicStoryPage = { stories: StorySummary[]; number: number; newest: number }

async function findListWithStories(list: StoryList, number: number | null, now: Date) {
  const page = await findListPage(list, number, now)
  if (!page) return null
  const stories = await listStories(page.ids, now)
  return { stories, number: page.number, newest: page.newest } satisfies PublicStoryPage
}

/** A page of the category's list; null for a number it does not have. */
export const findCategoryPage = cache(
  (all: Category[], category: Category, number: number | null, now: Date) => {
    tagList(tags.category(category.slug))
    const categoryIds = withDescendants(all, category).map((each) => each.id)
    return findListWithStories({ kind: 'category', id: category.id, categoryIds }, number, now)
  },
)

export const findLatestPage = cache((number: number | null, now: Date) => {
  tagList(tags.latest())
  return findListWithStories({ kind: 'latest' }, number, now)
})

export const findTopicPage = cache(async (slug: string, number: number | null, now: Date) => {
  tagList(tags.topic(slug))
  const topic = await db().topic.findUnique({ where: { slug } })
  const page = topic && (await findListWithStories({ kind: 'topic', id: topic.id }, number, now))
  return page && { ...page, topic: { slug: topic.slug, name: topic.name } }
})

export const findAuthorPage = cache(async (slug: string, number: number | null, now: Date) => {
  tagList(tags.contributor(slug))
  const author = await db().contributor.findUnique({ where: { slug } })
  const page = author && (await findListWithStories({ kind: 'author', id: author.id }, number, now))
  return page && { ...page, author }
})

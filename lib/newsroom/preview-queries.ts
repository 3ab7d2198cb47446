import 'server-only'
import { isPublic, type Picture, publicAt } from '@/lib/articles/article'
import { whyNotRead } from '@/lib/articles/life'
import {
  findCategoryPage,
  listLatest,
  listMoreInCategory,
  listStories,
} from '@/lib/articles/queries'
import { moreInCategoryCount, readMoreCount } from '@/lib/articles/read-next'
import { pictureSelect } from '@/lib/articles/rows'
import type { Actor } from '@/lib/auth/roles'
import type { Category } from '@/lib/categories/category'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { FrontPlace } from '@/lib/front/front'
import { getFrontMaterial } from '@/lib/front/queries'
import type { Refusal } from '@/lib/outcome'
import { getMasthead } from '@/lib/paper/queries'
import type { StoryContent } from './content'
import { openStory } from './copy-queries'
import {
  type Preview,
  type PreviewView,
  type StoryLife,
  type Surroundings,
  type TieNumbers,
  type Ties,
  tieNumbersOf,
} from './preview'
import { type StoryState, wasPublic } from './working-copy'

/** How a story is to be looked at. */
export type PreviewWish = { view: PreviewView; place: FrontPlace }

const lifeSelect = {
  ...{
    id: true,
    ownerId: true,
    trashedAt: true,
    status: true,
    publishAt: true,
    embargoUntil: true,
  },
  ...{ publishedAt: true, isHeadlineOnly: true, notedChangeAt: true },
  category: { select: { slug: true, name: true } },
  corrections: {
    orderBy: { at: 'asc' as const },
    select: { kind: true, note: true, at: true },
  },
  related: { orderBy: { position: 'asc' as const }, select: { relatedId: true } },
}

const findRow = (id: number) =>
  db().article.findUnique({ where: { id }, select: lifeSelect, relationLoadStrategy: 'join' })
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** Its page says when it came out; before that, when it would if it came out now, as far as its source allows. */
async function lifeOf(row: Row, now: Date): Promise<StoryLife> {
  const earliest = row.embargoUntil && row.embargoUntil > now ? row.embargoUntil : now
  return {
    id: row.id,
    publicAt: publicAt(row) ?? row.publishedAt ?? earliest,
    isHeadlineOnly: row.isHeadlineOnly,
    notedChangeAt: row.notedChangeAt,
    corrections: row.corrections,
    related: await listStories(
      row.related.map(({ relatedId }) => relatedId),
      now,
    ),
  }
}

const byId = <Tie>(rows: (Tie & { id: number })[]) =>
  Object.fromEntries(rows.map(({ id, ...tie }) => [id, tie])) as Record<number, Omit<Tie, 'id'>>

async function getTies(numbers: TieNumbers, row: Row, all: Category[], now: Date): Promise<Ties> {
  const among = (ids: number[]) => ({ where: { id: { in: ids } } })
  const names = { id: true, slug: true, name: true }
  const [contributors, topics, sources, pictures] = await Promise.all([
    db().contributor.findMany({
      ...among(numbers.contributors),
      select: { ...names, kind: true },
    }),
    db().topic.findMany({ ...among(numbers.topics), select: names }),
    db().source.findMany({
      ...among(numbers.sources),
      select: { id: true, name: true, url: true },
    }),
    db().image.findMany({ ...among(numbers.pictures), select: pictureSelect }),
  ])
  // What readers have had is moved, not written, into another category.
  const written = wasPublic(row, now) ? null : all.find(({ slug }) => slug === numbers.category)
  const { slug, name } = written ?? row.category
  return {
    category: { slug, name },
    contributors: byId(contributors),
    topics: byId(topics),
    sources: byId(sources),
    pictures: Object.fromEntries(
      pictures.map((picture): [number, Picture] => [picture.id, picture]),
    ),
  }
}

async function getSurroundings(
  { view, place }: PreviewWish,
  id: number,
  { category }: Ties,
  all: Category[],
  now: Date,
): Promise<Surroundings> {
  switch (view) {
    case 'article': {
      const [moreInCategory, latest] = await Promise.all([
        listMoreInCategory(category.slug, id, moreInCategoryCount, now),
        listLatest(readMoreCount + moreInCategoryCount + 1, now),
      ])
      return { view, moreInCategory, latest }
    }
    case 'front':
      return { view, place, material: await getFrontMaterial(all, now) }
    case 'category': {
      const own = all.find(({ slug }) => slug === category.slug)
      const page = own && (await findCategoryPage(all, own, null, now))
      return { view, ...(page ?? { stories: [], number: 1, newest: 1 }) }
    }
    case 'card':
      return { view }
  }
}

async function previewOf(
  row: Row,
  numbers: TieNumbers,
  wish: PreviewWish,
  now: Date,
): Promise<Preview> {
  const { categories } = await getMasthead(now)
  const ties = await getTies(numbers, row, categories, now)
  const [life, around] = await Promise.all([
    lifeOf(row, now),
    getSurroundings(wish, row.id, ties, categories, now),
  ])
  return { life, ties, categories, around, siteUrl: env.siteUrl, now }
}

/**
 * What a story's content is drawn with, as `actor` may see it, or why they may not.
 * @param numbers what the content is tied to at that moment, saved or not
 */
export async function findPreview(
  actor: Actor,
  id: number,
  numbers: TieNumbers,
  wish: PreviewWish,
  now: Date,
): Promise<Preview | Refusal> {
  const row = await findRow(id)
  if (!row) return 'noSuchStory'
  return whyNotRead(actor, row) ?? previewOf(row, numbers, wish, now)
}

/** As `findPreview`, with what was last saved of the story's working copy. */
export async function findSavedPreview(
  actor: Actor,
  id: number,
  wish: PreviewWish,
  now: Date,
): Promise<{ preview: Preview; content: StoryContent; state: StoryState } | Refusal> {
  const row = await findRow(id)
  if (!row) return 'noSuchStory'
  const refusal = whyNotRead(actor, row)
  if (refusal) return refusal
  const { content, state } = await openStory(db(), id, now)
  return { content, state, preview: await previewOf(row, tieNumbersOf(content), wish, now) }
}

/**
 * The page of a story as it was at `at`, for somebody who has a link to it; null when that is not for anybody now: it
 * lies in the trash, or readers' access to it was taken away.
 */
export async function findPreviewAt(id: number, content: StoryContent, at: Date, now: Date) {
  const row = await findRow(id)
  if (!row || row.trashedAt || row.status === 'withdrawn') return null
  const wish: PreviewWish = { view: 'article', place: 'rule' }
  const preview = await previewOf(row, tieNumbersOf(content), wish, now)
  const isOut = isPublic(row, now)
  return { ...preview, life: { ...preview.life, ...(!isOut && { publicAt: at }) } }
}

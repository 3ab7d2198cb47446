import 'server-only'
import {
  findCategoryPage,
  listLatest,
  listMoreInCategory,
  listStories,
} from '@/lib/articles/queries'
import { moreInCategoryCount, readMoreCount } from '@/lib/articles/read-next'
import { pictureSelect } from '@/lib/articles/rows'
import { checkRead } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import { isPublic, type Picture, publicAt } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { FrontPlace } from '@/lib/front/front'
import { getFrontMaterial } from '@/lib/front/queries'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { type StoryEditState, wasPublic } from '@/lib/newsroom/draft/working-copy'
import { openStory } from '@/lib/newsroom/draft/working-copy-queries'
import type { Refusal } from '@/lib/outcome'
import { getSiteInfo } from '@/lib/paper/queries'
import {
  type Preview,
  type PreviewContext,
  type PreviewViewName,
  type ReferenceIds,
  referenceIdsOf,
  type StoryPublication,
  type StoryReferences,
} from './preview'

/** How a story is to be looked at. */
export type PreviewOptions = { view: PreviewViewName; place: FrontPlace }

const publicationSelect = {
  id: true,
  ownerId: true,
  trashedAt: true,
  status: true,
  publishAt: true,
  embargoUntil: true,
  publishedAt: true,
  isHeadlineOnly: true,
  notedChangeAt: true,
  category: { select: { slug: true, name: true } },
  corrections: {
    orderBy: { at: 'asc' as const },
    select: { kind: true, note: true, at: true },
  },
  related: { orderBy: { position: 'asc' as const }, select: { relatedId: true } },
}

const findRow = (id: number) =>
  db().article.findUnique({
    where: { id },
    select: publicationSelect,
    relationLoadStrategy: 'join',
  })
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** The publication time that the page shows; before publication, the earliest possible one. */
async function publicationOf(row: Row, now: Date): Promise<StoryPublication> {
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

const byId = <Reference>(rows: (Reference & { id: number })[]) =>
  Object.fromEntries(rows.map(({ id, ...reference }) => [id, reference])) as Record<
    number,
    Omit<Reference, 'id'>
  >

async function getReferences(
  numbers: ReferenceIds,
  row: Row,
  all: Category[],
  now: Date,
): Promise<StoryReferences> {
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
  // The category of a story that was public changes by a move, not by editing.
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

async function getPreviewContext(
  { view, place }: PreviewOptions,
  id: number,
  { category }: StoryReferences,
  all: Category[],
  now: Date,
): Promise<PreviewContext> {
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
  numbers: ReferenceIds,
  options: PreviewOptions,
  now: Date,
): Promise<Preview> {
  const { categories } = await getSiteInfo(now)
  const references = await getReferences(numbers, row, categories, now)
  const [publication, context] = await Promise.all([
    publicationOf(row, now),
    getPreviewContext(options, row.id, references, categories, now),
  ])
  return { publication, references, categories, context, siteUrl: env.siteUrl, now }
}

/**
 * The data with which a story's content is previewed, or why `actor` may not see it.
 * @param numbers the references of the content, saved or not
 */
export async function findPreview(
  actor: Actor,
  id: number,
  numbers: ReferenceIds,
  options: PreviewOptions,
  now: Date,
): Promise<Preview | Refusal> {
  const row = await findRow(id)
  if (!row) return 'noSuchStory'
  return checkRead(actor, row) ?? previewOf(row, numbers, options, now)
}

/** As `findPreview`, with what was last saved of the story's working copy. */
export async function findSavedPreview(
  actor: Actor,
  id: number,
  options: PreviewOptions,
  now: Date,
): Promise<{ preview: Preview; content: StoryContent; state: StoryEditState } | Refusal> {
  const row = await findRow(id)
  if (!row) return 'noSuchStory'
  const refusal = checkRead(actor, row)
  if (refusal) return refusal
  const { content, state } = await openStory(db(), id, now)
  return { content, state, preview: await previewOf(row, referenceIdsOf(content), options, now) }
}

/**
 * The page of a story as it was at `at`, for somebody who has a link to it; null when that is not for anybody now: it
 * lies in the trash, or readers' access to it was taken away.
 */
export async function findPreviewAt(id: number, content: StoryContent, at: Date, now: Date) {
  const row = await findRow(id)
  if (!row || row.trashedAt || row.status === 'withdrawn') return null
  const options: PreviewOptions = { view: 'article', place: 'rule' }
  const preview = await previewOf(row, referenceIdsOf(content), options, now)
  const isOut = isPublic(row, now)
  const publication = { ...preview.publication, ...(!isOut && { publicAt: at }) }
  // Readers have the story, if not in these words.
  return { ...preview, publication, publicPath: isOut ? `/${row.category.slug}/${id}` : null }
}

import 'server-only'
import { addStory, completeStory, type NewStory } from '@/lib/articles/commands'
import { storyInput } from '@/lib/articles/input'
import type { StoryList } from '@/lib/articles/list-pages'
import { repaginate } from '@/lib/articles/list-queries'
import { calendarMonth } from '@/lib/bengali/dates'
import { otherCategory } from '@/lib/bengali/page-words'
import { tagsTouchedBy } from '@/lib/cache-tags'
import { type Category, trailTo, withDescendants } from '@/lib/categories/category'
import type { Db, DbSession } from '@/lib/db/client'
import { expire } from '@/lib/document/expire'
import { contributorOf, sourceOf } from '@/lib/people/names'
import { importKeys } from './keys'
import type { ImportedStory, ImportFault } from './story'

/** What an import did. `known` counts stories that were there already and were left as they are. */
export type ImportReport = { added: number; completed: number; headlines: number; known: number }
export type ImportOutcome =
  | { ok: true; report: ImportReport }
  | { ok: false; faults: ImportFault[] }

// A file of thousands of stories is one transaction: it is wholly in the paper or not at all.
const transactionTimeoutMs = 10 * 60_000

// Any number that no other lock of ours uses.
const importLock = 51_001

type Import = {
  session: DbSession
  now: Date
  categories: Category[]
  report: ImportReport
  /** What the import put where: whose lists are to be laid out and whose documents made anew. */
  touched: {
    id: number
    categoryId: number
    contributorIds: number[]
    /** From when on the lists are laid out anew. */
    at: Date
    publicAt: Date
  }[]
}

/** The desk for stories of which nobody says where they belong; made when it is first needed. */
async function otherCategoryId(work: Import): Promise<number> {
  const known = work.categories.find((category) => category.slug === otherCategory.slug)
  if (known) return known.id
  const position = Math.max(0, ...work.categories.map((category) => category.position)) + 1
  const made = await work.session.category.create({ data: { ...otherCategory, position } })
  work.categories.push(made)
  return made.id
}

async function categoryIdFor(work: Import, name: string | null): Promise<number> {
  const known = work.categories.find((category) => category.name === name || category.slug === name)
  return known?.id ?? otherCategoryId(work)
}

const paragraph = (text: string) => ({ kind: 'paragraph' as const, content: [{ text }] })

async function toNewStory(work: Import, story: ImportedStory): Promise<NewStory> {
  const { session, now } = work
  const contributorIds: number[] = []
  for (const name of story.bylines) contributorIds.push((await contributorOf(session, name)).id)
  return {
    ...storyInput.parse({ headline: story.headline, body: story.paragraphs.map(paragraph) }),
    status: 'published',
    publishedAt: story.publishedAt ?? now,
    notedChangeAt: story.changedAt,
    categoryId: await categoryIdFor(work, story.category),
    contributorIds: [...new Set(contributorIds)],
    topicIds: [],
    sourceId: story.source === null ? null : (await sourceOf(session, story.source)).id,
    leadImageId: null,
    importKey: story.key,
    reason: 'import',
  }
}

/** The story's number: known, completed from a bare headline, or new. */
async function putStory(
  work: Import,
  story: ImportedStory,
): Promise<{ id: number; isNew: boolean }> {
  const { session, report, touched } = work
  const known = await session.article.findUnique({ where: { importKey: story.key } })
  if (known && !known.isHeadlineOnly) {
    report.known += 1
    return { id: known.id, isNew: false }
  }
  const bare =
    known ??
    (await session.article.findUnique({
      where: { importKey: importKeys.headline(story.headline) },
    }))
  const made = await toNewStory(work, story)
  const { categoryId, contributorIds, publishedAt: at } = made
  if (bare?.isHeadlineOnly) {
    await completeStory(session, bare.id, made)
    report.completed += 1
    const before = bare.publishedAt && bare.publishedAt < at ? bare.publishedAt : at
    const was = { id: bare.id, categoryId: bare.categoryId, contributorIds: [], at: before }
    touched.push({ ...was, publicAt: bare.publishedAt ?? at })
    touched.push({ id: bare.id, categoryId, contributorIds, at: before, publicAt: at })
    return { id: bare.id, isNew: true }
  }
  const id = await addStory(session, made)
  report.added += 1
  touched.push({ id, categoryId, contributorIds, at, publicAt: at })
  return { id, isNew: true }
}

/** The number of the story with that headline: whole if there is one, else known by its headline. */
async function putHeadline(work: Import, headline: string, categoryId: number, at: Date) {
  const { session, report, touched } = work
  const importKey = importKeys.headline(headline)
  const known = await session.article.findFirst({
    where: { OR: [{ importKey }, { importKey: { startsWith: importKeys.pagePrefix(headline) } }] },
    select: { id: true },
  })
  if (known) return known.id
  const id = await addStory(session, {
    ...storyInput.parse({ headline, body: [] }),
    status: 'published',
    publishedAt: at,
    categoryId,
    contributorIds: [],
    topicIds: [],
    sourceId: null,
    leadImageId: null,
    isHeadlineOnly: true,
    importKey,
    reason: 'import',
  })
  report.headlines += 1
  touched.push({ id, categoryId, contributorIds: [], at, publicAt: at })
  return id
}

/** The lists beside the story: stories of their own, and those read next tied to it in their order. */
async function putLists(work: Import, story: ImportedStory, articleId: number): Promise<void> {
  const at = story.publishedAt ?? work.now
  const own = await categoryIdFor(work, story.category)
  // The page lists the newest first; of one instant, the higher number is the newer.
  for (const headline of story.moreInCategory.toReversed())
    await putHeadline(work, headline, own, at)
  if (story.readMore.length === 0) return
  const other = await otherCategoryId(work)
  const ids: number[] = []
  for (const headline of story.readMore.toReversed()) {
    ids.unshift(await putHeadline(work, headline, other, at))
  }
  const related = [...new Set(ids)].filter((id) => id !== articleId)
  await work.session.relatedStory.createMany({
    data: related.map((relatedId, position) => ({ articleId, relatedId, position })),
  })
}

/** Lays out anew every list the import put stories into. */
async function layOutLists({ session, now, categories, touched }: Import): Promise<void> {
  const since = new Map<string, { list: StoryList; at: Date }>()
  const note = (key: string, list: StoryList, at: Date) => {
    const known = since.get(key)
    if (!known || at < known.at) since.set(key, { list, at })
  }
  for (const { categoryId, contributorIds, at } of touched) {
    note('latest', { kind: 'latest' }, at)
    for (const id of contributorIds) note(`author:${id}`, { kind: 'author', id }, at)
    const category = categories.find((each) => each.id === categoryId)
    for (const each of category ? trailTo(categories, category) : []) {
      const categoryIds = withDescendants(categories, each).map((member) => member.id)
      note(`category:${each.id}`, { kind: 'category', id: each.id, categoryIds }, at)
    }
  }
  // In the order of lib/articles/placement-queries.ts: an editor's publication must not wait for us while we wait for it.
  const sorted = [...since].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { list, at }] of sorted) await repaginate(session, list, at, now)
}

async function tagsOf({ session, categories, touched }: Import): Promise<string[]> {
  const contributorIds = [...new Set(touched.flatMap((each) => each.contributorIds))]
  const contributors = await session.contributor.findMany({ where: { id: { in: contributorIds } } })
  return touched.flatMap(({ id, categoryId, contributorIds: ids, publicAt }) => {
    const category = categories.find((each) => each.id === categoryId)
    return tagsTouchedBy({
      kind: 'article',
      before: null,
      after: {
        id,
        month: calendarMonth(publicAt),
        categorySlugs: category ? trailTo(categories, category).map((each) => each.slug) : [],
        topicSlugs: [],
        contributorSlugs: contributors
          .filter((each) => ids.includes(each.id))
          .map((each) => each.slug),
      },
    })
  })
}

/** The stories whose category the paper does not have; said before anything is written. */
function findUnknownCategories(stories: ImportedStory[], categories: Category[]): ImportFault[] {
  const names = new Set(categories.flatMap((category) => [category.name, category.slug]))
  return stories
    .filter((story) => story.category !== null && !names.has(story.category))
    .map((story) => ({
      line: 1,
      reason: `the paper has no category “${story.category}”: add it first`,
    }))
}

/**
 * Puts the stories of one file into the paper, all or none. Stories that are there already stay as they are, so that
 * importing a file twice changes nothing.
 */
export async function importStories(
  database: Db,
  stories: ImportedStory[],
  now: Date,
): Promise<ImportOutcome> {
  const write = async (session: DbSession): Promise<ImportOutcome> => {
    // A reader's statement has seconds; this one may wait for another import.
    await session.$executeRaw`SET LOCAL statement_timeout = 0`
    // Two imports at once would both find a story missing.
    await session.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`
    const categories = await session.category.findMany({ orderBy: { position: 'asc' } })
    const faults = findUnknownCategories(stories, categories)
    if (faults.length > 0) return { ok: false, faults }
    const report = { added: 0, completed: 0, headlines: 0, known: 0 }
    const work: Import = { session, now, categories, report, touched: [] }
    const known = new Set(categories.map((category) => category.slug))
    for (const story of stories) {
      const { id, isNew } = await putStory(work, story)
      if (isNew) await putLists(work, story, id)
    }
    await layOutLists(work)
    const newCategories = work.categories.filter((category) => !known.has(category.slug))
    const tags = await tagsOf(work)
    if (newCategories.length > 0) {
      tags.push(
        ...tagsTouchedBy({ kind: 'categories', slugs: newCategories.map((each) => each.slug) }),
      )
    }
    await expire(session, tags)
    return { ok: true, report }
  }
  return database.$transaction(write, { timeout: transactionTimeoutMs, maxWait: 10_000 })
}

import 'server-only'
import { z } from 'zod'
import { addStory, completeStory, type NewStory } from '@/lib/articles/add-story'
import { calendarMonth } from '@/lib/bengali/calendar/dates'
import { otherCategory } from '@/lib/bengali/saved-page-patterns'
import { defineCommand } from '@/lib/commands/command'
import { type Category, trailTo, withDescendants } from '@/lib/content-model/category'
import { storyInput } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import type { Placement } from '@/lib/invalidation/cache-tags'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import { listBlockingFaults } from '@/lib/newsroom/publish/checklist'
import { findChecklist } from '@/lib/newsroom/publish/readiness'
import type { CommandResult, Refusal } from '@/lib/outcome'
import type { Checklist } from '@/lib/paper/settings'
import type { StoryList } from '@/lib/public-lists/list-pages'
import { repaginate } from '@/lib/public-lists/list-queries'
import { findOrCreateContributor, findOrCreateSource } from '@/lib/taxonomy/find-or-create'
import { importKeys } from './import-keys'
import type { ImportedStory, ImportFault } from './imported-story'

/**
 * The result of an import. `known` counts stories that existed and were left unchanged; `drafts` counts unpublished
 * ones: marked as drafts, dated in the future, or without a date.
 */
export type ImportReport = {
  added: number
  completed: number
  headlines: number
  known: number
  drafts: number
}

// A file of thousands of stories is one transaction: it is wholly in the paper or not at all.
const transactionTimeoutMs = 10 * 60_000

// A number that no other advisory lock of this application uses.
const importLock = 51_001

const importInput = z.object({
  file: z.string(),
  stories: z.custom<ImportedStory[]>(Array.isArray),
  /** Whether stories without a date are published, at the time of the import. */
  publishUndated: z.boolean().optional(),
})

type ImportRun = {
  tx: TransactionClient
  now: Date
  publishUndated: boolean
  categories: Category[]
  checklist: Checklist
  report: ImportReport
  /** Stories that the checklist blocks. */
  faults: ImportFault[]
  /** The placements of the imported stories, whose lists are paginated again and whose pages are invalidated. */
  touched: {
    id: number
    categoryId: number
    contributorIds: number[]
    /** The publication time from which lists are paginated again. */
    at: Date
    publicAt: Date
  }[]
}

/** The desk for stories of which nobody says where they belong; made when it is first needed. */
async function otherCategoryId(importRun: ImportRun): Promise<number> {
  const known = importRun.categories.find((category) => category.slug === otherCategory.slug)
  if (known) return known.id
  const position = Math.max(0, ...importRun.categories.map((category) => category.position)) + 1
  const made = await importRun.tx.category.create({ data: { ...otherCategory, position } })
  importRun.categories.push(made)
  return made.id
}

async function categoryIdFor(importRun: ImportRun, name: string | null): Promise<number> {
  const known = importRun.categories.find(
    (category) => category.name === name || category.slug === name,
  )
  return known?.id ?? otherCategoryId(importRun)
}

/** Only what was public elsewhere by now becomes public here. */
function isPublic({ now, publishUndated }: ImportRun, { isDraft, publishedAt }: ImportedStory) {
  return !isDraft && (publishedAt === null ? publishUndated : publishedAt <= now)
}

const paragraph = (text: string) => ({ kind: 'paragraph' as const, content: [{ text }] })

async function toNewStory(importRun: ImportRun, story: ImportedStory): Promise<NewStory> {
  const { tx, now } = importRun
  const contributorIds: number[] = []
  for (const name of story.bylines)
    contributorIds.push((await findOrCreateContributor(tx, name)).id)
  return {
    ...storyInput.parse({ headline: story.headline, body: story.paragraphs.map(paragraph) }),
    status: isPublic(importRun, story) ? 'published' : 'draft',
    publishedAt: story.publishedAt ?? now,
    notedChangeAt: story.changedAt,
    categoryId: await categoryIdFor(importRun, story.category),
    contributorIds: [...new Set(contributorIds)],
    topicIds: [],
    sourceId: story.source === null ? null : (await findOrCreateSource(tx, story.source)).id,
    leadImageId: null,
    importKey: story.key,
    reason: 'import',
  }
}

/** The blocking findings of the checklist for an imported story. A story known by its headline only is not checked. */
function findChecklistFaults({ checklist }: ImportRun, story: NewStory): ImportFault[] {
  const { headline, body, contributorIds, topicIds, sourceId, leadImageId } = story
  const named = { headline, body, contributorIds, topicIds, sourceId, leadImageId }
  const found = listBlockingFaults({ ...blankContent(''), ...named }, { pictures: [] }, checklist)
  if (found.length === 0) return []
  const items = found.map(({ name }) => name).join(', ')
  return [{ line: 1, reason: `“${headline}” lacks what the paper's checklist blocks: ${items}` }]
}

/** The number of a public story that is new or was only a headline; null for one that is known or a draft. */
async function importStory(importRun: ImportRun, story: ImportedStory): Promise<number | null> {
  const { tx, report, touched } = importRun
  const known = await tx.article.findUnique({ where: { importKey: story.key } })
  if (known && !known.isHeadlineOnly) {
    report.known += 1
    return null
  }
  if (!isPublic(importRun, story)) {
    // A headline that readers see is not completed by a text that they do not.
    if (!known) await addStory(tx, await toNewStory(importRun, story))
    report[known ? 'known' : 'drafts'] += 1
    return null
  }
  const headlineOnly =
    known ??
    (await tx.article.findUnique({
      where: { importKey: importKeys.headline(story.headline) },
    }))
  const made = await toNewStory(importRun, story)
  importRun.faults.push(...findChecklistFaults(importRun, made))
  const { categoryId, contributorIds, publishedAt: at } = made
  if (headlineOnly?.isHeadlineOnly) {
    await completeStory(tx, headlineOnly.id, made)
    report.completed += 1
    const before =
      headlineOnly.publishedAt && headlineOnly.publishedAt < at ? headlineOnly.publishedAt : at
    const was = {
      id: headlineOnly.id,
      categoryId: headlineOnly.categoryId,
      contributorIds: [],
      at: before,
    }
    touched.push({ ...was, publicAt: headlineOnly.publishedAt ?? at })
    touched.push({ id: headlineOnly.id, categoryId, contributorIds, at: before, publicAt: at })
    return headlineOnly.id
  }
  const id = await addStory(tx, made)
  report.added += 1
  touched.push({ id, categoryId, contributorIds, at, publicAt: at })
  return id
}

/** The number of the story with that headline: whole if there is one, else known by its headline. */
async function importHeadline(
  importRun: ImportRun,
  headline: string,
  categoryId: number,
  at: Date,
) {
  const { tx, report, touched } = importRun
  const importKey = importKeys.headline(headline)
  const known = await tx.article.findFirst({
    where: { OR: [{ importKey }, { importKey: { startsWith: importKeys.pagePrefix(headline) } }] },
    select: { id: true },
  })
  if (known) return known.id
  const id = await addStory(tx, {
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
async function importRelatedLists(
  importRun: ImportRun,
  story: ImportedStory,
  articleId: number,
): Promise<void> {
  const at = story.publishedAt ?? importRun.now
  const own = await categoryIdFor(importRun, story.category)
  // The page lists the newest first; of one instant, the higher number is the newer.
  for (const headline of story.moreInCategory.toReversed())
    await importHeadline(importRun, headline, own, at)
  if (story.readMore.length === 0) return
  const other = await otherCategoryId(importRun)
  const ids: number[] = []
  for (const headline of story.readMore.toReversed()) {
    ids.unshift(await importHeadline(importRun, headline, other, at))
  }
  const related = [...new Set(ids)].filter((id) => id !== articleId)
  await importRun.tx.relatedStory.createMany({
    data: related.map((relatedId, position) => ({ articleId, relatedId, position })),
  })
}

/** Lays out anew every list the import put stories into. */
async function repaginateLists({ tx, now, categories, touched }: ImportRun): Promise<void> {
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
  // In the order of lib/public-lists/placement-queries.ts: an editor's publication must not wait for us while we wait for it.
  const sorted = [...since].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { list, at }] of sorted) await repaginate(tx, list, at, now)
}

/** Where the imported stories stand. */
async function placementsOf({ tx, categories, touched }: ImportRun): Promise<Placement[]> {
  const contributorIds = [...new Set(touched.flatMap((each) => each.contributorIds))]
  const contributors = await tx.contributor.findMany({ where: { id: { in: contributorIds } } })
  return touched.map(({ id, categoryId, contributorIds: ids, publicAt }) => {
    const category = categories.find((each) => each.id === categoryId)
    return {
      id,
      month: calendarMonth(publicAt),
      categorySlugs: category ? trailTo(categories, category).map((each) => each.slug) : [],
      topicSlugs: [],
      contributorSlugs: contributors
        .filter((each) => ids.includes(each.id))
        .map((each) => each.slug),
    }
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

type Imported = CommandResult & { report: ImportReport }
type InvalidStories = { refusal: Refusal; faults: ImportFault[] }

/**
 * Imports the stories of one file, all or none. Stories that are there already stay as they are, so that importing a file
 * twice changes nothing. A story that the paper's checklist blocks refuses the file. `file` is for the audit trail.
 */
export const importStories = defineCommand<typeof importInput, Imported | InvalidStories>({
  name: 'importStories',
  permission: 'import',
  input: importInput,
  timeoutMs: transactionTimeoutMs,
  omitFromAudit: ['stories'],
  run: async ({ tx, now }, { stories, publishUndated = false }) => {
    // A reader's statement has seconds; this one may wait for another import.
    await tx.$executeRaw`SET LOCAL statement_timeout = 0`
    // Two imports at once would both find a story missing.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${importLock})`
    const categories = await tx.category.findMany({ orderBy: { position: 'asc' } })
    const faults = findUnknownCategories(stories, categories)
    if (faults.length > 0) return { refusal: 'invalid', faults }
    const report = { added: 0, completed: 0, headlines: 0, known: 0, drafts: 0 }
    const importRun: ImportRun = {
      tx,
      now,
      publishUndated,
      categories,
      checklist: await findChecklist(tx),
      report,
      faults,
      touched: [],
    }
    const known = new Set(categories.map((category) => category.slug))
    for (const story of stories) {
      const id = await importStory(importRun, story)
      if (id !== null) await importRelatedLists(importRun, story, id)
    }
    if (faults.length > 0) return { refusal: 'notReady', faults }
    await repaginateLists(importRun)
    const newCategories = importRun.categories.filter((category) => !known.has(category.slug))
    return {
      change: {
        kind: 'import',
        stories: await placementsOf(importRun),
        categorySlugs: newCategories.map((each) => each.slug),
      },
      report,
    }
  },
})

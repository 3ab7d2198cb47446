import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { addStory } from '../../lib/articles/add-story'
import { defineCommand } from '../../lib/commands/command'
import { type Category, withDescendants } from '../../lib/content-model/category'
import type { TransactionClient } from '../../lib/db/client'
import { findOrCreatePicture, storePictureFile } from '../../lib/media/commands'
import type { ImageMetadata } from '../../lib/media/files/validate-image'
import type { StoryList } from '../../lib/public-lists/list-pages'
import { closePages } from '../../lib/public-lists/list-queries'
import { pages, paper, pictures, type StorySeed, stories, toBody } from './sample-paper'

const hourMs = 3_600_000
const transactionTimeoutMs = 5 * 60_000

/** Numbers of what stories refer to, by slug or key. */
type Ids = {
  categories: Map<string, number>
  contributors: Map<string, number>
  sources: Map<string, number>
  topics: Map<string, number>
  pictures: Map<string, number>
}

function requireId(ids: Map<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the sample paper has no "${key}"`)
  return id
}

/** Validates the pictures and stores their files, before the transaction. */
async function storePictures(): Promise<Map<string, ImageMetadata>> {
  const stored = new Map<string, ImageMetadata>()
  for (const key of Object.keys(pictures)) {
    const bytes = await readFile(new URL(`./pictures/${key}.jpg`, import.meta.url))
    const metadata = await storePictureFile(bytes)
    if (typeof metadata === 'string') throw new Error(`picture ${key} was refused: ${metadata}`)
    stored.set(key, metadata)
  }
  return stored
}

async function addPictures(
  tx: TransactionClient,
  stored: Map<string, ImageMetadata>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [key, metadata] of stored) {
    const texts = { ...pictures[key], credit: paper.pictureCredit }
    ids.set(key, (await findOrCreatePicture(tx, metadata, null, texts)).id)
  }
  return ids
}

async function addCategories(tx: TransactionClient): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [position, { slug, name, parent }] of paper.categories.entries()) {
    const parentId = parent === null ? null : requireId(ids, parent)
    const made = await tx.category.create({ data: { slug, name, position, parentId } })
    ids.set(slug, made.id)
  }
  return ids
}

const bySlug = (rows: { id: number; slug: string }[]) =>
  new Map(rows.map((row) => [row.slug, row.id]))

async function addPaper(tx: TransactionClient, stored: Map<string, ImageMetadata>): Promise<Ids> {
  await tx.paper.create({ data: paper.settings })
  const { contributors, sources, topics } = paper
  return {
    categories: await addCategories(tx),
    contributors: bySlug(await tx.contributor.createManyAndReturn({ data: contributors })),
    sources: bySlug(await tx.source.createManyAndReturn({ data: sources })),
    topics: bySlug(await tx.topic.createManyAndReturn({ data: topics })),
    pictures: await addPictures(tx, stored),
  }
}

async function addSeedStory(tx: TransactionClient, ids: Ids, story: StorySeed, now: Date) {
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs)
  const { headline, kicker, standfirst, dateline, status, correction } = story
  await addStory(tx, {
    headline,
    kicker,
    standfirst,
    dateline,
    body: toBody(story.body, (key) => requireId(ids.pictures, key)),
    status,
    publishedAt: ago(story.hoursAgo),
    categoryId: requireId(ids.categories, story.category),
    contributorIds: story.bylines.map((slug) => requireId(ids.contributors, slug)),
    topicIds: story.topics.map((slug) => requireId(ids.topics, slug)),
    sourceId: story.source ? requireId(ids.sources, story.source) : null,
    leadImageId: story.image ? requireId(ids.pictures, story.image) : null,
    importKey: `sample:${story.key}`,
    corrections: correction
      ? [{ kind: correction.kind, note: correction.note, at: ago(correction.hoursAgo) }]
      : [],
    reason: 'sample paper',
  })
}

async function closeListPages(tx: TransactionClient, ids: Ids, now: Date): Promise<void> {
  const all: Category[] = await tx.category.findMany()
  const lists: StoryList[] = [
    { kind: 'latest' },
    ...all.map(
      (category): StoryList => ({
        kind: 'category',
        id: category.id,
        categoryIds: withDescendants(all, category).map((each) => each.id),
      }),
    ),
    ...[...ids.topics.values()].map((id): StoryList => ({ kind: 'topic', id })),
    ...[...ids.contributors.values()].map((id): StoryList => ({ kind: 'author', id })),
  ]
  for (const list of lists) await closePages(tx, list, now)
}

/** Loads the sample paper, all or nothing. Refused when the database holds a paper. */
export const loadSamplePaper = defineCommand({
  name: 'loadSamplePaper',
  permission: 'import',
  input: z.object({}),
  timeoutMs: transactionTimeoutMs,
  prepare: async ({ db }) => ((await db.paper.findFirst()) ? 'paperExists' : storePictures()),
  run: async ({ tx, now, prepared }) => {
    const ids = await addPaper(tx, prepared)
    // The oldest first: a newer story has the higher number.
    const oldestFirst = stories.toSorted((a, b) => b.hoursAgo - a.hoursAgo)
    for (const story of oldestFirst) await addSeedStory(tx, ids, story, now)
    for (const [position, { slug, title, body }] of pages.entries()) {
      const blocks = toBody(body, (key) => requireId(ids.pictures, key))
      await tx.page.create({ data: { slug, title, position, body: blocks } })
    }
    await closeListPages(tx, ids, now)
    const counts = { pictureCount: ids.pictures.size, storyCount: oldestFirst.length }
    return { change: { kind: 'nothing' }, ...counts }
  },
})

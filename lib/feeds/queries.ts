import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { listFullStories } from '@/lib/articles/queries'
import { listCategories } from '@/lib/categories/queries'
import { paperTime } from '@/lib/clock'
import type { FullStory } from '@/lib/content-model/article'
import { withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { readVariantAddress } from '@/lib/media/files/picture'
import { findVariantBytes } from '@/lib/media/files/variants'
import type { StoryList } from '@/lib/public-lists/list-pages'
import { findNewestIds } from '@/lib/public-lists/list-queries'
import { staleFrom, tagList } from '@/lib/render-context/response'
import { type Enclosure, storiesInFeed } from './feed'
import { feedPicturePath } from './story-html'

/** A list that has a feed. */
export type FeedList = {
  kind: 'paper' | 'category' | 'topic' | 'person' | 'desk'
  /** What it lists the stories of; nothing for the whole paper. */
  name: string
  list: StoryList
}

async function findCategoryList(slug: string): Promise<FeedList | null> {
  tagList(tags.category(slug))
  const all = await listCategories()
  const category = all.find((each) => each.slug === slug)
  if (!category) return null
  const categoryIds = withDescendants(all, category).map(({ id }) => id)
  const list = { kind: 'category', id: category.id, categoryIds } as const
  return { kind: 'category', name: category.name, list }
}

async function findTopicList(slug: string): Promise<FeedList | null> {
  tagList(tags.topic(slug))
  const topic = await db().topic.findUnique({ where: { slug } })
  return topic && { kind: 'topic', name: topic.name, list: { kind: 'topic', id: topic.id } }
}

async function findAuthorList(slug: string): Promise<FeedList | null> {
  tagList(tags.contributor(slug))
  const author = await db().contributor.findUnique({ where: { slug } })
  return author && { kind: author.kind, name: author.name, list: { kind: 'author', id: author.id } }
}

/** The list at that address; null where there is none. */
export async function findFeedList(listPath: string): Promise<FeedList | null> {
  const [, first = '', second] = listPath.split('/')
  if (first === 'topic' && second) return findTopicList(second)
  if (first === 'author' && second) return findAuthorList(second)
  if (first !== '') return findCategoryList(first)
  tagList(tags.latest())
  return { kind: 'paper', name: '', list: { kind: 'latest' } }
}

// Headlines without a story are not told; with so many looked at, a feed is full nonetheless.
const candidateCount = 40

/** The stories that the list's feed holds, newest first. */
export async function listFeedStories(list: StoryList, now: Date): Promise<FullStory[]> {
  const ids = await findNewestIds(list, candidateCount, now)
  return await listFullStories(ids, storiesInFeed, now)
}

async function enclosureOf({ image }: FullStory): Promise<Enclosure | null> {
  if (!image) return null
  const path = feedPicturePath(image)
  const [, , name = '', file = ''] = path.split('/')
  const address = readVariantAddress(name, file)
  // A picture that cannot be made (a damaged file) is missing on its page as well; the story is told without it.
  const bytes = address && (await findVariantBytes(address).catch(() => null))
  return bytes ? { path, bytes } : null
}

// One text or page is made at a time (docs/decisions/005): thirty pictures that nobody asked for yet must not hold up readers.
const enclosureTimeoutMs = 400
const retryDelayMs = 5_000

/**
 * The stories' lead pictures as files, by the story's number. The first time a picture is asked for it is made, to know
 * its length; those that are not ready in time are left out, go on being made, and are in the feed a moment later: no
 * length is guessed.
 */
export async function listEnclosures(stories: FullStory[]): Promise<Record<number, Enclosure>> {
  const known: Record<number, Enclosure> = {}
  const all = stories.map(async (story) => {
    const enclosure = await enclosureOf(story)
    if (enclosure) known[story.id] = enclosure
  })
  const ended = new AbortController()
  const isLate = await Promise.race([
    Promise.all(all).then(() => false),
    sleep(enclosureTimeoutMs, true, { signal: ended.signal }),
  ])
  ended.abort()
  if (isLate) staleFrom(new Date(paperTime() + retryDelayMs))
  return { ...known }
}

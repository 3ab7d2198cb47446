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

export type FeedList = {
  kind: 'paper' | 'category' | 'topic' | 'person' | 'desk'
  /** The name of the category, topic or author; '' for the whole paper. */
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

/** The list at an address; null when there is none. */
export async function findFeedList(listPath: string): Promise<FeedList | null> {
  const [, first = '', second] = listPath.split('/')
  if (first === 'topic' && second) return findTopicList(second)
  if (first === 'author' && second) return findAuthorList(second)
  if (first !== '') return findCategoryList(first)
  tagList(tags.latest())
  return { kind: 'paper', name: '', list: { kind: 'latest' } }
}

// More than a feed holds, because stories without a body are left out.
const candidateCount = 40

/** The stories of the list's feed, newest first. */
export async function listFeedStories(list: StoryList, now: Date): Promise<FullStory[]> {
  const ids = await findNewestIds(list, candidateCount, now)
  return await listFullStories(ids, storiesInFeed, now)
}

async function enclosureOf({ image }: FullStory): Promise<Enclosure | null> {
  if (!image) return null
  const path = feedPicturePath(image)
  const [, , name = '', file = ''] = path.split('/')
  const address = readVariantAddress(name, file)
  // A damaged picture is left out, as on its page.
  const bytes = address && (await findVariantBytes(address).catch(() => null))
  return bytes ? { path, bytes } : null
}

// Renders run one at a time (docs/decisions/005): encoding thirty pictures must not delay readers.
const enclosureTimeoutMs = 400
const retryDelayMs = 5_000

/**
 * The lead pictures of the stories, by story id. A picture is encoded to learn its length; one that is not ready in time
 * is left out, and appears when the feed is rendered again shortly after.
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

import 'server-only'
import { isPublic } from '@/lib/articles/article'
import type { Body } from '@/lib/articles/body'
import { findCategoryPage } from '@/lib/articles/queries'
import { shareCardPath } from '@/lib/cards/share-card'
import type { Category } from '@/lib/categories/category'
import type { Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { feedPath, storyTag } from '@/lib/feeds/feed'
import { listFeedStories } from '@/lib/feeds/queries'
import { getFront } from '@/lib/front/queries'
import { pageUrl } from '@/lib/seo/page-url'
import { findNewsFile, findSitemapFile } from '@/lib/seo/sitemap-place-queries'
import { type Expectation, type Sight, textsOf } from './proof'

/** A story whose pages are looked at. */
type Seen = {
  id: number
  headline: string
  path: string
  state: 'public' | 'withdrawn' | 'hidden'
  texts: string[]
  category: Category
  oldPath: string | null
  cardPath: string
  all: Category[]
}

/** Where the story was before it moved to where it is; null when it never did. */
async function findOldCategory(db: Db, id: number, present: number): Promise<number | null> {
  const [before] = await db.$queryRaw<{ categoryId: number }[]>`
    SELECT ("snapshot" ->> 'categoryId')::int AS "categoryId" FROM "Revision"
    WHERE "articleId" = ${id} AND ("snapshot" ->> 'categoryId')::int <> ${present}::int ORDER BY "number" DESC LIMIT 1`
  return before?.categoryId ?? null
}

async function findSeen(db: Db, id: number, now: Date): Promise<Seen | null> {
  const story = await db.article.findUnique({
    where: { id },
    include: {
      category: true,
      leadImage: true,
      corrections: { orderBy: { at: 'desc' }, take: 1 },
    },
  })
  if (!story) return null
  const all = await db.category.findMany()
  const oldId = await findOldCategory(db, id, story.categoryId)
  const old = all.find((each) => each.id === oldId)
  const paper = await db.paper.findFirst({ select: { name: true } })
  // A withdrawn story's card had the day of its publication on it.
  const publicAt = story.publicAt ?? story.publishedAt ?? now
  const notes = story.corrections.map(({ note }) => note)
  const unseen = story.status === 'withdrawn' ? 'withdrawn' : 'hidden'
  return {
    id,
    headline: story.headline,
    path: `/${story.category.slug}/${id}`,
    state: isPublic(story, now) ? 'public' : unseen,
    // What `bodyInput` let in.
    texts: [...textsOf(story.headline, story.standfirst, story.body as Body), ...notes],
    category: story.category,
    cardPath: shareCardPath(
      { ...story, publicAt, image: story.leadImage },
      { name: paper?.name ?? '' },
    ),
    oldPath: old ? `/${old.slug}/${id}` : null,
    all,
  }
}

/** Whether a list must show the story, as its own rule has it. */
const inList = ({ id, path, headline }: Seen, ids: number[]): Expectation =>
  ids.includes(id) ? { kind: 'listed', path, headline } : { kind: 'unlisted', path }

async function onCategory(seen: Seen, now: Date): Promise<Sight> {
  const page = await findCategoryPage(seen.all, seen.category, null, now)
  const ids = page?.stories.map((story) => story.id) ?? []
  return { page: 'category', path: `/${seen.category.slug}`, expects: inList(seen, ids) }
}

async function onFront(seen: Seen, now: Date): Promise<Sight> {
  const { lead, seconds, latest, mostRead, blocks } = await getFront(seen.all, now)
  const shown = [lead, ...seconds, ...latest, ...mostRead, ...blocks.flatMap((b) => b.stories)]
  const ids = shown.flatMap((story) => story?.id ?? [])
  return { page: 'front', path: '/', expects: inList(seen, ids) }
}

async function onFeed({ id, headline }: Seen, now: Date): Promise<Sight> {
  const stories = await listFeedStories({ kind: 'latest' }, now)
  const name = storyTag(env.siteUrl, id)
  const isIn = stories.some((story) => story.id === id)
  const expects: Expectation = isIn ? { kind: 'fed', name, headline } : { kind: 'unfed', name }
  return { page: 'feed', path: feedPath('/', 'xml'), expects }
}

async function onArticle({ path, state, texts }: Seen): Promise<Sight> {
  const expects: Expectation = state === 'public' ? { kind: 'text', texts } : { kind: 'gone' }
  return { page: 'article', path, expects }
}

async function onOldAddress({ oldPath, path, state }: Seen): Promise<Sight | null> {
  if (!oldPath || state !== 'public') return null
  return { page: 'oldAddress', path: oldPath, expects: { kind: 'moved', to: path } }
}

/** Asked for here first, the card is drawn and kept before the story's first visitor from another site. */
async function onCard({ cardPath: path, state }: Seen): Promise<Sight> {
  return { page: 'card', path, expects: { kind: state === 'public' ? 'picture' : 'pictureGone' } }
}

/** Whether a text for search engines must name the story. */
function inFile({ path, state }: Seen): Expectation {
  const kind = state === 'public' ? 'located' : 'unlocated'
  return { kind, url: pageUrl(env.siteUrl, path) }
}

async function onSitemap(seen: Seen): Promise<Sight | null> {
  const path = await findSitemapFile(seen.id)
  if (!path) return null
  return { page: 'sitemap', path, expects: inFile(seen) }
}

async function onNewsSitemap(seen: Seen, now: Date): Promise<Sight | null> {
  const path = await findNewsFile(seen.id, now)
  if (!path) return null
  return { page: 'newsSitemap', path, expects: inFile(seen) }
}

/** What is looked at, one page each. What must be looked at too is a line here. */
const looks: ((seen: Seen, now: Date) => Promise<Sight | null>)[] = [
  onArticle,
  onOldAddress,
  onCategory,
  onFront,
  onCard,
  onFeed,
  onSitemap,
  onNewsSitemap,
]

/** What readers' pages must show of the story at `now`; null when there is nothing to look for. */
export async function listSights(db: Db, id: number, now: Date): Promise<Sight[] | null> {
  const seen = await findSeen(db, id, now)
  if (!seen || seen.state === 'hidden') return null
  const sights = await Promise.all(looks.map((look) => look(seen, now)))
  return sights.filter((sight) => sight !== null)
}

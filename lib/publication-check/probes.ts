import { leadPictureOf } from '@/lib/articles/rows'
import 'server-only'
import { findCategoryPage } from '@/lib/articles/queries'
import { shareCardPath } from '@/lib/cards/share-card/share-card'
import { isPublic } from '@/lib/content-model/article'
import type { Body } from '@/lib/content-model/body'
import type { Category } from '@/lib/content-model/category'
import type { Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { feedPath, storyTagUri } from '@/lib/feeds/feed'
import { listFeedStories } from '@/lib/feeds/queries'
import { getFront } from '@/lib/front/queries'
import { pageUrl } from '@/lib/seo/page-url'
import { findNewsFile, findSitemapFile } from '@/lib/seo/sitemap/locate-queries'
import { type Expectation, expectedTextsOf, type Probe } from './publication-check'

type CheckedStory = {
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

/** The category before the last move; null when the story never moved. */
async function findOldCategory(db: Db, id: number, present: number): Promise<number | null> {
  const [before] = await db.$queryRaw<{ categoryId: number }[]>`
    SELECT ("snapshot" ->> 'categoryId')::int AS "categoryId" FROM "Revision"
    WHERE "articleId" = ${id} AND ("snapshot" ->> 'categoryId')::int <> ${present}::int ORDER BY "number" DESC LIMIT 1`
  return before?.categoryId ?? null
}

async function findCheckedStory(db: Db, id: number, now: Date): Promise<CheckedStory | null> {
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
  // The card of a withdrawn story shows its publication date.
  const publicAt = story.publicAt ?? story.publishedAt ?? now
  const notes = story.corrections.map(({ note }) => note)
  const hiddenState = story.status === 'withdrawn' ? 'withdrawn' : 'hidden'
  return {
    id,
    headline: story.headline,
    path: `/${story.category.slug}/${id}`,
    state: isPublic(story, now) ? 'public' : hiddenState,
    // Validated by `bodyInput`.
    texts: [...expectedTextsOf(story.headline, story.standfirst, story.body as Body), ...notes],
    category: story.category,
    cardPath: shareCardPath(
      { ...story, publicAt, image: leadPictureOf(story) },
      { name: paper?.name ?? '' },
    ),
    oldPath: old ? `/${old.slug}/${id}` : null,
    all,
  }
}

/** Whether a list must show the story by its own rule. */
const listExpectation = ({ id, path, headline }: CheckedStory, ids: number[]): Expectation =>
  ids.includes(id) ? { kind: 'listed', path, headline } : { kind: 'unlisted', path }

async function categoryProbe(checkedStory: CheckedStory, now: Date): Promise<Probe> {
  const page = await findCategoryPage(checkedStory.all, checkedStory.category, null, now)
  const ids = page?.stories.map((story) => story.id) ?? []
  return {
    page: 'category',
    path: `/${checkedStory.category.slug}`,
    expects: listExpectation(checkedStory, ids),
  }
}

async function frontProbe(checkedStory: CheckedStory, now: Date): Promise<Probe> {
  const { lead, seconds, latest, mostRead, blocks } = await getFront(checkedStory.all, now)
  const shown = [lead, ...seconds, ...latest, ...mostRead, ...blocks.flatMap((b) => b.stories)]
  const ids = shown.flatMap((story) => story?.id ?? [])
  return { page: 'front', path: '/', expects: listExpectation(checkedStory, ids) }
}

async function feedProbe({ id, headline }: CheckedStory, now: Date): Promise<Probe> {
  const stories = await listFeedStories({ kind: 'latest' }, now)
  const name = storyTagUri(env.siteUrl, id)
  const isIn = stories.some((story) => story.id === id)
  const expects: Expectation = isIn ? { kind: 'fed', name, headline } : { kind: 'unfed', name }
  return { page: 'feed', path: feedPath('/', 'xml'), expects }
}

async function articleProbe({ path, state, texts }: CheckedStory): Promise<Probe> {
  const expects: Expectation = state === 'public' ? { kind: 'text', texts } : { kind: 'gone' }
  return { page: 'article', path, expects }
}

async function oldAddressProbe({ oldPath, path, state }: CheckedStory): Promise<Probe | null> {
  if (!oldPath || state !== 'public') return null
  return { page: 'oldAddress', path: oldPath, expects: { kind: 'moved', to: path } }
}

/** This request also draws and stores the card before the first visitor from another site. */
async function cardProbe({ cardPath: path, state }: CheckedStory): Promise<Probe> {
  return { page: 'card', path, expects: { kind: state === 'public' ? 'picture' : 'pictureGone' } }
}

/** Whether a sitemap must contain the story. */
function sitemapExpectation({ path, state }: CheckedStory): Expectation {
  const kind = state === 'public' ? 'located' : 'unlocated'
  return { kind, url: pageUrl(env.siteUrl, path) }
}

async function sitemapProbe(checkedStory: CheckedStory): Promise<Probe | null> {
  const path = await findSitemapFile(checkedStory.id)
  if (!path) return null
  return { page: 'sitemap', path, expects: sitemapExpectation(checkedStory) }
}

async function newsSitemapProbe(checkedStory: CheckedStory, now: Date): Promise<Probe | null> {
  const path = await findNewsFile(checkedStory.id, now)
  if (!path) return null
  return { page: 'newsSitemap', path, expects: sitemapExpectation(checkedStory) }
}

/** The probes, one page each. Further probes are added here. */
const probeBuilders: ((checkedStory: CheckedStory, now: Date) => Promise<Probe | null>)[] = [
  articleProbe,
  oldAddressProbe,
  categoryProbe,
  frontProbe,
  cardProbe,
  feedProbe,
  sitemapProbe,
  newsSitemapProbe,
]

/** The probes of a story at `now`; null when readers see nothing of it. */
export async function listProbes(db: Db, id: number, now: Date): Promise<Probe[] | null> {
  const checkedStory = await findCheckedStory(db, id, now)
  if (!checkedStory || checkedStory.state === 'hidden') return null
  const probes = await Promise.all(probeBuilders.map((buildProbe) => buildProbe(checkedStory, now)))
  return probes.filter((probe) => probe !== null)
}

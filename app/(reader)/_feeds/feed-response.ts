import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { type FeedFormat, type FeedWords, feedPath, feedTypes } from '@/lib/feeds/feed'
import { type FeedList, findFeedList, listEnclosures, listFeedStories } from '@/lib/feeds/queries'
import { writeFeed } from '@/lib/feeds/write-feed'
import type { Paper } from '@/lib/paper/paper'
import { findRedirect, getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { addLinkHeader, redirectTo, setStatus } from '@/lib/render-context/response'

async function feedWords(): Promise<FeedWords> {
  const t = await getTranslations('article')
  return {
    source: t('source'),
    embed: t('embed'),
    correction: t('correction'),
    update: t('update'),
    credit: (credit) => t('credit', { credit }),
  }
}

/** The feed redirects with its list; otherwise the response is 404. */
async function missingFeedResponse(listPath: string, format: FeedFormat): Promise<Response> {
  const target = await findRedirect(listPath)
  if (target) redirectTo(feedPath(target, format), 301)
  else setStatus(404)
  const t = await getTranslations('errors')
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(`${t('notFoundTitle')}\n`, { headers })
}

/** The hub notifies subscribers. The feed names it in its document and in its header. */
function addHubLinks(listPath: string, format: FeedFormat): void {
  if (!env.WEBSUB_HUB_URL) return
  addLinkHeader(env.WEBSUB_HUB_URL, 'hub')
  addLinkHeader(env.siteUrl + feedPath(listPath, format), 'self')
}

/** The name of the feed's list; none for the whole paper. */
async function titleOf({ kind, name }: FeedList): Promise<string | null> {
  const t = await getTranslations('list')
  switch (kind) {
    case 'paper':
      return null
    case 'category':
      return name
    case 'topic':
      return t('topic', { name })
    case 'person':
      return t('authorStories', { name })
    case 'desk':
      return t('deskStories', { name })
  }
}

async function headOf(found: FeedList, paper: Paper) {
  const t = await getTranslations()
  const title = await titleOf(found)
  if (title === null) return { title: paper.name, description: paper.tagline }
  const named = { title, paper: paper.name }
  return { title: t('site.titled', named), description: t('reader.listDescription', named) }
}

/** The feed of the list at that address, in one of its formats: rendered and cached like a page. */
export async function feedResponse(listPath: string, format: FeedFormat): Promise<Response> {
  const found = await findFeedList(listPath)
  if (!found) return missingFeedResponse(listPath, format)
  const now = requestNow()
  const { paper } = await getSiteInfo(now)
  const stories = await listFeedStories(found.list, now)
  const enclosures = await listEnclosures(stories)
  const head = await headOf(found, paper)
  const hub = env.WEBSUB_HUB_URL ?? null
  const options = { siteUrl: env.siteUrl, hub, words: await feedWords() }
  const feed = { ...head, paper: paper.name, listPath, stories, enclosures }
  addHubLinks(listPath, format)
  return new Response(writeFeed(feed, format, options), {
    headers: { 'Content-Type': `${feedTypes[format]}; charset=utf-8` },
  })
}

/** The route of the feeds of lists whose addresses are `prefix` and a slug. */
export const feedRoute =
  (prefix: string, format: FeedFormat) =>
  async (_: Request, { params }: { params: Promise<Record<string, string>> }) =>
    feedResponse(`${prefix}/${Object.values(await params)[0]}`, format)

import 'server-only'
import { publicWhere } from '@/lib/articles/queries'
import { hasFollowUp } from '@/lib/commands/command-names'
import { articlePath } from '@/lib/content-model/article'
import type { Db } from '@/lib/db/client'
import { databaseNow } from '@/lib/db/database-now'
import { env } from '@/lib/env'
import type { JobReport, JobTools } from '@/lib/queue/job'
import { pageUrl } from '@/lib/seo/page-url'
import { assertDelivered, postToEndpoint } from './http-delivery'
import type { ChangeEvent, NotificationChannel } from './notification-channel'
import { listNotifiedStories, type NotifiedStory } from './notified-stories'

// The protocol's limit of a request; a moved story has two addresses.
const maxUrlsPerRequest = 10_000
const maxStories = 4_900

/** The present and former addresses of the stories. */
function urlsOf(stories: NotifiedStory[], siteUrl: string): string[] {
  const paths = stories.flatMap(({ id, path, places }) => [
    ...(path ? [path] : []),
    ...places.flatMap(({ categorySlugs: [slug] }) =>
      slug ? [articlePath({ id, category: { slug } })] : [],
    ),
  ])
  return [...new Set(paths)].map((path) => pageUrl(siteUrl, path))
}

/** The addresses of moved lists and of their stories, old and new. */
async function movedUrls(db: Db, events: ChangeEvent[], siteUrl: string): Promise<string[]> {
  const all = events.flatMap(({ moved }) => moved ?? [])
  const oldPlaces = all.flatMap(({ stories }) =>
    stories ? stories.ids.map((id) => ({ id, category: { slug: stories.categorySlug } })) : [],
  )
  const found = await db.article.findMany({
    where: { id: { in: oldPlaces.map(({ id }) => id) }, ...publicWhere(await databaseNow(db)) },
    select: { id: true, category: { select: { slug: true } } },
  })
  const paths = [...all.flatMap(({ lists }) => lists), ...[...oldPlaces, ...found].map(articlePath)]
  return paths.map((path) => pageUrl(siteUrl, path))
}

export type IndexNowSettings = { key: string | undefined; url: string; siteUrl: string }

/** Notifies the search engines of the protocol IndexNow of changed addresses, if the paper has a key. */
export function createIndexNowChannel({
  key,
  url,
  siteUrl,
}: IndexNowSettings): NotificationChannel {
  async function notify(events: ChangeEvent[], { db, signal }: JobTools): Promise<JobReport> {
    const own = urlsOf(await listNotifiedStories(db, events), siteUrl)
    const all = [...new Set([...own, ...(await movedUrls(db, events, siteUrl))])]
    if (all.length === 0) return { summary: 'nothing that readers have' }
    for (let from = 0; from < all.length; from += maxUrlsPerRequest) {
      await submit(all.slice(from, from + maxUrlsPerRequest), signal)
    }
    return { summary: `told of ${all.length} addresses` }
  }
  async function submit(urlList: string[], signal: AbortSignal): Promise<void> {
    const keyLocation = `${siteUrl}/${key}.txt`
    const body = JSON.stringify({ host: new URL(siteUrl).host, key, keyLocation, urlList })
    assertDelivered(
      await postToEndpoint(url, { type: 'application/json; charset=utf-8', body }, signal),
      'IndexNow',
    )
  }
  return {
    name: 'indexNow',
    isEnabled: key !== undefined,
    isTriggeredBy: (command) => hasFollowUp(command, 'indexNow'),
    batchDelaySeconds: 5,
    maxBatchSize: maxStories,
    notify,
  }
}

/** @see https://www.indexnow.org/documentation */
export const indexNow = createIndexNowChannel({
  key: env.INDEXNOW_KEY,
  url: env.INDEXNOW_URL,
  siteUrl: env.siteUrl,
})

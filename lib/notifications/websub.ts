import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasFollowUp } from '@/lib/commands/command-names'
import { articlePath } from '@/lib/content-model/article'
import { databaseNow } from '@/lib/db/database-now'
import { env } from '@/lib/env'
import { feedFormats, feedListPathsOf, feedPath, storyTagUri } from '@/lib/feeds/feed'
import { findFeedList, listFeedStories } from '@/lib/feeds/queries'
import { fetchAsReader } from '@/lib/publication-check/fetch-as-reader'
import type { ReaderResponse } from '@/lib/publication-check/publication-check'
import type { JobReport, JobTools } from '@/lib/queue/job'
import { pageUrl } from '@/lib/seo/page-url'
import { assertDelivered, postToEndpoint } from './http-delivery'
import type { ChangeEvent, NotificationChannel } from './notification-channel'
import { listNotifiedStories, type NotifiedStory } from './notified-stories'

/** A feed that must be updated before the hub is notified, with the stories to find; null when it must redirect or be gone. */
type ExpectedFeed = {
  path: string
  stories: (NotifiedStory & { isIn: boolean })[] | null
}

// Lists are updated within ten seconds (docs/decisions/005): a hub that fetches earlier finds nothing new.
const retryDelaysMs = [0, 300, 700, 1_000, 1_500, 2_000, 3_000, 4_000]
const maxUrlsPerRequest = 100

// Followed by the end of an element, attribute or JSON string: a longer id has the same prefix.
const containsToken = (text: string, word: string) =>
  text.includes(`${word}<`) || text.includes(`${word}"`)

/** Whether the feed contains the story at its address with its last noted change, or no longer contains it. */
function isUpToDate(
  text: string,
  story: NotifiedStory & { isIn: boolean },
  siteUrl: string,
): boolean {
  const isNamed = containsToken(text, storyTagUri(siteUrl, story.id))
  if (!story.isIn) return !isNamed
  const stamp = story.notedChangeAt?.toISOString() ?? ''
  return isNamed && containsToken(text, pageUrl(siteUrl, story.path ?? '/')) && text.includes(stamp)
}

/**
 * What the feeds of a list must contain. In the feeds of a moved list, all its stories must have their present addresses. A
 * list that no longer exists has no feed; that of a moved list redirects.
 */
async function expectedFeedsOf(
  listPath: string,
  stories: NotifiedStory[],
  isMoved: boolean,
  now: Date,
) {
  const found = await findFeedList(listPath)
  const paths = feedFormats.map((format) => feedPath(listPath, format))
  if (!found) return isMoved ? paths.map((path) => ({ path, stories: null })) : []
  const listed = await listFeedStories(found.list, now)
  const ids = listed.map(({ id }) => id)
  const expectedStories = stories.map((story) => ({ ...story, isIn: ids.includes(story.id) }))
  const others = listed
    .filter(({ id }) => isMoved && !stories.some((story) => story.id === id))
    .map((story) => ({ ...story, path: articlePath(story), places: [], isIn: true }))
  return paths.map((path) => ({ path, stories: [...expectedStories, ...others] }))
}

/** The feeds of the stories' present and former lists and of moved lists. */
async function listExpectedFeeds(
  stories: NotifiedStory[],
  moved: string[],
  now: Date,
): Promise<ExpectedFeed[]> {
  const listPaths = [...stories.flatMap(({ places }) => places.flatMap(feedListPathsOf)), ...moved]
  const expectedFeeds = await Promise.all(
    [...new Set(listPaths)].map((path) =>
      expectedFeedsOf(path, stories, moved.includes(path), now),
    ),
  )
  return expectedFeeds.flat()
}

export type WebsubSettings = {
  hub: string | undefined
  siteUrl: string
  /** Requests a feed as a reader does. */
  fetchFeed: (path: string, signal: AbortSignal) => Promise<ReaderResponse>
}

/** Requests each feed until it is updated. @throws Error when one is not in the end */
async function waitUntilUpdated(
  feeds: ExpectedFeed[],
  { fetchFeed, siteUrl }: WebsubSettings,
  signal: AbortSignal,
) {
  const isUpdated = async ({ path, stories }: ExpectedFeed) => {
    const response = await fetchFeed(path, signal)
    if (stories === null) return response !== null && [301, 404, 410].includes(response.status)
    return (
      response?.status === 200 &&
      stories.every((story) => isUpToDate(response.html, story, siteUrl))
    )
  }
  let outdated = feeds
  for (const delayMs of retryDelaysMs) {
    await sleep(delayMs, undefined, { signal })
    const found = await Promise.all(outdated.map(isUpdated))
    outdated = outdated.filter((_, place) => !found[place])
    if (outdated.length === 0) return
  }
  throw new Error(`not new at ${outdated.map(({ path }) => path).join(' ')}`)
}

async function notifyHub(hub: string, urls: string[], signal: AbortSignal): Promise<void> {
  for (let from = 0; from < urls.length; from += maxUrlsPerRequest) {
    const form = new URLSearchParams({ 'hub.mode': 'publish' })
    for (const url of urls.slice(from, from + maxUrlsPerRequest)) form.append('hub.url', url)
    const type = 'application/x-www-form-urlencoded'
    assertDelivered(await postToEndpoint(hub, { type, body: String(form) }, signal), 'the hub')
  }
}

/** Notifies the WebSub hub, if there is one, of updated feeds, which it then fetches. */
export function createWebsubChannel(settings: WebsubSettings): NotificationChannel {
  const { hub, siteUrl } = settings
  async function notify(events: ChangeEvent[], { db, signal }: JobTools): Promise<JobReport> {
    const stories = await listNotifiedStories(db, events)
    const moved = events.flatMap((each) => each.moved?.lists ?? [])
    const feeds = await listExpectedFeeds(stories, moved, await databaseNow(db))
    await waitUntilUpdated(feeds, settings, signal)
    const urls = feeds.map(({ path }) => siteUrl + path)
    if (hub !== undefined) await notifyHub(hub, urls, signal)
    return { summary: `told of ${urls.length} feeds` }
  }
  return {
    name: 'websub',
    isEnabled: hub !== undefined,
    isTriggeredBy: (command) => hasFollowUp(command, 'webSub'),
    batchDelaySeconds: 0,
    maxBatchSize: 50,
    notify,
  }
}

/**
 * @see https://www.w3.org/TR/websub/ and PubSubHubbub 0.3, section 7.1, for the notification of a hub: `hub.mode=publish`
 *   and any number of `hub.url`
 */
export const websub = createWebsubChannel({
  hub: env.WEBSUB_HUB_URL,
  siteUrl: env.siteUrl,
  fetchFeed: fetchAsReader,
})

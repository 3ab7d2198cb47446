import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { feedFormats, feedPath, listsOf, storyTag } from '@/lib/feeds/feed'
import { findFeedList, listFeedStories } from '@/lib/feeds/queries'
import { pageUrl } from '@/lib/seo/page-url'
import { type Channel, type Tidings, worthTelling } from './channel'
import { databaseNow } from './database-now'
import type { JobReport, JobTools } from './job'
import { askAsReader } from './look'
import { heed, send } from './outside'
import type { Answer } from './proof'
import { listTold, type ToldStory } from './told-stories'

/** A feed that must be new before the hub is told of it, and what of it is. */
type AwaitedFeed = {
  path: string
  stories: (ToldStory & { isIn: boolean })[]
}

// Lists follow within ten seconds (docs/decisions/005): a hub that fetched sooner would find nothing new, and tell nobody.
const pausesMs = [0, 300, 700, 1_000, 1_500, 2_000, 3_000, 4_000]
const mostInRequest = 100

// As an element's text and as an attribute or a string of JSON: a longer number begins the same.
const stands = (text: string, word: string) =>
  text.includes(`${word}<`) || text.includes(`${word}"`)

/** Whether the text tells of the story as it is now: at its address, with its last noted change; or no longer. */
function tellsOf(text: string, story: ToldStory & { isIn: boolean }, siteUrl: string): boolean {
  const isNamed = stands(text, storyTag(siteUrl, story.id))
  if (!story.isIn) return !isNamed
  const stamp = story.notedChangeAt?.toISOString() ?? ''
  return isNamed && stands(text, pageUrl(siteUrl, story.path ?? '/')) && text.includes(stamp)
}

/** The feeds that the stories stand in, or stood in, and what each must say of them by its own rule. */
async function listAwaited(stories: ToldStory[], now: Date): Promise<AwaitedFeed[]> {
  const listPaths = [...new Set(stories.flatMap(({ places }) => places.flatMap(listsOf)))]
  const awaited = await Promise.all(
    listPaths.map(async (listPath) => {
      const found = await findFeedList(listPath)
      // A list that is no more has no feed.
      if (!found) return []
      const ids = (await listFeedStories(found.list, now)).map(({ id }) => id)
      const told = stories.map((story) => ({ ...story, isIn: ids.includes(story.id) }))
      return feedFormats.map((format) => ({ path: feedPath(listPath, format), stories: told }))
    }),
  )
  return awaited.flat()
}

export type WebsubSetting = {
  hub: string | undefined
  siteUrl: string
  /** Asks for a feed as a reader does. */
  ask: (path: string, signal: AbortSignal) => Promise<Answer>
}

/** Asks for each feed as a reader does until it is new. @throws Error when one is not in the end */
async function untilNew(
  feeds: AwaitedFeed[],
  { ask, siteUrl }: WebsubSetting,
  signal: AbortSignal,
) {
  const isNew = async ({ path, stories }: AwaitedFeed) => {
    const answer = await ask(path, signal)
    return answer?.status === 200 && stories.every((story) => tellsOf(answer.html, story, siteUrl))
  }
  let old = feeds
  for (const pause of pausesMs) {
    await sleep(pause, undefined, { signal })
    const found = await Promise.all(old.map(isNew))
    old = old.filter((_, place) => !found[place])
    if (old.length === 0) return
  }
  throw new Error(`not new at ${old.map(({ path }) => path).join(' ')}`)
}

async function tellHub(hub: string, urls: string[], signal: AbortSignal): Promise<void> {
  for (let from = 0; from < urls.length; from += mostInRequest) {
    const form = new URLSearchParams({ 'hub.mode': 'publish' })
    for (const url of urls.slice(from, from + mostInRequest)) form.append('hub.url', url)
    const type = 'application/x-www-form-urlencoded'
    heed(await send(hub, { type, body: String(form) }, signal), 'the hub')
  }
}

/** The hub, if the paper has one, is told which feeds have news, and fetches them itself. */
export function websubTo(setting: WebsubSetting): Channel {
  const { hub, siteUrl } = setting
  async function tell(tidings: Tidings[], { db, signal }: JobTools): Promise<JobReport> {
    const stories = await listTold(db, tidings)
    const feeds = await listAwaited(stories, await databaseNow(db))
    await untilNew(feeds, setting, signal)
    const urls = feeds.map(({ path }) => siteUrl + path)
    if (hub !== undefined) await tellHub(hub, urls, signal)
    return { said: `told of ${urls.length} feeds` }
  }
  return {
    name: 'websub',
    isOpen: hub !== undefined,
    follows: (act) => worthTelling.has(act),
    gatherSeconds: 0,
    mostAtOnce: 50,
    tell,
  }
}

/**
 * @see https://www.w3.org/TR/websub/ for what hubs do; how a publisher tells them is agreed since PubSubHubbub 0.3 (7.1):
 *   `hub.mode=publish` and any number of `hub.url`
 */
export const websub = websubTo({
  hub: env.WEBSUB_HUB_URL,
  siteUrl: env.siteUrl,
  ask: askAsReader,
})

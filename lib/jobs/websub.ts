import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { articlePath } from '@/lib/articles/article'
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

/** A feed that must be new before the hub is told of it, and what of it is; null when it must have moved or be gone. */
type AwaitedFeed = {
  path: string
  stories: (ToldStory & { isIn: boolean })[] | null
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

/**
 * What the list's feeds must say of the stories by their own rule. All that is in a list that moved must be told as it
 * stands now. A list that is no more has no feed: who subscribed to a moved one's is led on by it.
 */
async function awaitedOf(listPath: string, stories: ToldStory[], isMoved: boolean, now: Date) {
  const found = await findFeedList(listPath)
  const paths = feedFormats.map((format) => feedPath(listPath, format))
  if (!found) return isMoved ? paths.map((path) => ({ path, stories: null })) : []
  const held = await listFeedStories(found.list, now)
  const ids = held.map(({ id }) => id)
  const told = stories.map((story) => ({ ...story, isIn: ids.includes(story.id) }))
  const others = held
    .filter(({ id }) => isMoved && !stories.some((story) => story.id === id))
    .map((story) => ({ ...story, path: articlePath(story), places: [], isIn: true }))
  return paths.map((path) => ({ path, stories: [...told, ...others] }))
}

/** The feeds that the stories stand in, or stood in, and those of lists that moved. */
async function listAwaited(
  stories: ToldStory[],
  moved: string[],
  now: Date,
): Promise<AwaitedFeed[]> {
  const listPaths = [...stories.flatMap(({ places }) => places.flatMap(listsOf)), ...moved]
  const awaited = await Promise.all(
    [...new Set(listPaths)].map((path) => awaitedOf(path, stories, moved.includes(path), now)),
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
    if (stories === null) return answer !== null && [301, 404, 410].includes(answer.status)
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
    const moved = tidings.flatMap((each) => each.moved?.lists ?? [])
    const feeds = await listAwaited(stories, moved, await databaseNow(db))
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

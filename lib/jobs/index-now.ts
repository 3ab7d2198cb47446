import 'server-only'
import { articlePath } from '@/lib/articles/article'
import { publicWhere } from '@/lib/articles/queries'
import type { Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { pageUrl } from '@/lib/seo/page-url'
import { type Channel, type Tidings, worthTelling } from './channel'
import { databaseNow } from './database-now'
import type { JobReport, JobTools } from './job'
import { heed, send } from './outside'
import { listTold, type ToldStory } from './told-stories'

// The protocol lets a request hold 10,000 addresses, and a story that moved has two.
const mostInRequest = 10_000
const mostStories = 4_900

/** Words put right without a note are something else to read as well, for who reads every word. */
const tidied = new Set(['tidyStory', 'tidyCopy', 'commitCopy'])

/** All addresses that answer otherwise than before: where each story stands, and where it stood. */
export function addressesOf(stories: ToldStory[], siteUrl: string): string[] {
  const paths = stories.flatMap(({ id, path, places }) => [
    ...(path ? [path] : []),
    ...places.flatMap(({ categorySlugs: [slug] }) =>
      slug ? [articlePath({ id, category: { slug } })] : [],
    ),
  ])
  return [...new Set(paths)].map((path) => pageUrl(siteUrl, path))
}

/** Those that moved together: lists, and stories where they stood and where they stand. */
async function movedAddresses(db: Db, tidings: Tidings[], siteUrl: string): Promise<string[]> {
  const all = tidings.flatMap(({ moved }) => moved ?? [])
  const left = all.flatMap(({ stories }) =>
    stories ? stories.ids.map((id) => ({ id, category: { slug: stories.categorySlug } })) : [],
  )
  const found = await db.article.findMany({
    where: { id: { in: left.map(({ id }) => id) }, ...publicWhere(await databaseNow(db)) },
    select: { id: true, category: { select: { slug: true } } },
  })
  const paths = [...all.flatMap(({ lists }) => lists), ...[...left, ...found].map(articlePath)]
  return paths.map((path) => pageUrl(siteUrl, path))
}

export type IndexNowSetting = { key: string | undefined; url: string; siteUrl: string }

/** Search engines that share the protocol are told which addresses have something else, if the paper has a key. */
export function indexNowTo({ key, url, siteUrl }: IndexNowSetting): Channel {
  async function tell(tidings: Tidings[], { db, signal }: JobTools): Promise<JobReport> {
    const own = addressesOf(await listTold(db, tidings), siteUrl)
    const all = [...new Set([...own, ...(await movedAddresses(db, tidings, siteUrl))])]
    if (all.length === 0) return { said: 'nothing that readers have' }
    for (let from = 0; from < all.length; from += mostInRequest) {
      await submit(all.slice(from, from + mostInRequest), signal)
    }
    return { said: `told of ${all.length} addresses` }
  }
  async function submit(urlList: string[], signal: AbortSignal): Promise<void> {
    const keyLocation = `${siteUrl}/${key}.txt`
    const body = JSON.stringify({ host: new URL(siteUrl).host, key, keyLocation, urlList })
    heed(await send(url, { type: 'application/json; charset=utf-8', body }, signal), 'IndexNow')
  }
  return {
    name: 'indexNow',
    isOpen: key !== undefined,
    follows: (act) => worthTelling.has(act) || tidied.has(act),
    gatherSeconds: 5,
    mostAtOnce: mostStories,
    tell,
  }
}

/** @see https://www.indexnow.org/documentation */
export const indexNow = indexNowTo({
  key: env.INDEXNOW_KEY,
  url: env.INDEXNOW_URL,
  siteUrl: env.siteUrl,
})

import 'server-only'
import { cache } from 'react'
import { nextMidnight } from '@/lib/bengali/calendar/next-midnight'
import type { Body } from '@/lib/content-model/body'
import type { Category } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { tags } from '@/lib/invalidation/cache-tags'
import { staleFrom, tagList, tagPage } from '@/lib/render-context/response'
import type { PageLink, Paper, SiteInfo } from './paper'
import { type AiPolicy, type PaperSettings, readPaperSettings } from './settings'

type SiteInfoRow = {
  paper: Paper | null
  categories: Category[] | null
  pages: PageLink[] | null
  nextPublication: Date | null
}

/**
 * The data of masthead and footer in one statement. Every page lists stories: it is stale when the next scheduled story
 * becomes public, and at midnight, because it shows the date.
 * @throws Error when the paper has no row: the database was not seeded
 */
export const getSiteInfo = cache(async (now: Date): Promise<SiteInfo> => {
  tagList(tags.paper())
  const [row] = await db().$queryRaw<SiteInfoRow[]>`
    SELECT
      (SELECT to_jsonb(p) FROM "Paper" p) AS "paper",
      (SELECT jsonb_agg(c ORDER BY c."position", c."id") FROM "Category" c) AS "categories",
      (SELECT jsonb_agg(jsonb_build_object('slug', s."slug", 'title', s."title") ORDER BY s."position") FROM "Page" s)
        AS "pages",
      (SELECT a."publicAt" FROM "Article" a WHERE a."publicAt" > ${now} ORDER BY a."publicAt" LIMIT 1)
        AS "nextPublication"`
  if (!row?.paper) throw new Error('the paper has no settings: run the seed')
  staleFrom(row.nextPublication)
  staleFrom(nextMidnight(now))
  return { paper: row.paper, categories: row.categories ?? [], pages: row.pages ?? [] }
})

/** A page that is not a story. */
export const findPage = cache(async (slug: string) => {
  tagPage(tags.page(slug))
  const page = await db().page.findUnique({ where: { slug } })
  return page && { slug: page.slug, title: page.title, body: page.body as Body }
})

// Invisible joiners, which keyboards and messengers change: র‍্যাব is typed with either or neither.
const withoutJoiners = (path: string) => path.replace(/%E2%80%8[CD]/g, '')

/** The redirect of an unknown address; older pages of a list redirect with it. */
export async function findRedirect(path: string): Promise<string | null> {
  const page = /\/page\/\d+$/.exec(path)?.[0] ?? ''
  const list = page && path.slice(0, -page.length)
  const found = await findFirstRedirect([path, list])
  if (!found) return null
  const isWhole = withoutJoiners(found.fromPath) === withoutJoiners(path)
  return isWhole ? found.toPath : `${found.toPath}${page}`
}

/** The redirect of the first of these addresses that has one, as it is written or with other joiners. */
export async function findFirstRedirect(addresses: string[]) {
  tagPage(tags.redirects())
  const wanted = addresses.map(withoutJoiners)
  const redirects = await db().$queryRaw<{ fromPath: string; toPath: string }[]>`
    SELECT "fromPath", "toPath" FROM "Redirect"
    WHERE replace(replace("fromPath", '%E2%80%8C', ''), '%E2%80%8D', '') = ANY(${wanted}::text[])`
  const order = ({ fromPath }: { fromPath: string }) => {
    const exactAt = addresses.indexOf(fromPath)
    return exactAt < 0 ? addresses.length + wanted.indexOf(withoutJoiners(fromPath)) : exactAt
  }
  return redirects.toSorted((a, b) => order(a) - order(b))[0] ?? null
}

/** The paths of old sites with the parameters of their queries. */
export async function listQueryShapes(): Promise<string[]> {
  tagPage(tags.redirects())
  const shapes = await db().redirectQueryShape.findMany({ orderBy: { shape: 'asc' } })
  return shapes.map(({ shape }) => shape)
}

/** The paper's name, for pages of the newsroom. */
export const findPaperName = cache(async (): Promise<string> => {
  const paper = await db().paper.findFirst({ select: { name: true } })
  return paper?.name ?? ''
})

/** The paper's settings, with defaults. */
export const getPaperSettings = cache(async (): Promise<PaperSettings> => {
  const paper = await db().paper.findFirst({ select: { settings: true } })
  return readPaperSettings(paper?.settings)
})

/** The policy for crawlers of language models, for robots.txt. */
export async function findAiPolicy(): Promise<AiPolicy> {
  tagPage(tags.crawlers())
  return (await getPaperSettings()).aiCrawlers
}

/** The paper's data for the settings page; null before the setup. */
export async function findPaper(): Promise<Paper | null> {
  const paper = await db().paper.findFirst({ omit: { id: true, settings: true } })
  return paper && { ...paper, hijriOffsets: paper.hijriOffsets as Paper['hijriOffsets'] }
}

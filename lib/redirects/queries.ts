import 'server-only'
import { articlePath, authorPath, topicPath } from '@/lib/content-model/article'
import { categoryPath } from '@/lib/content-model/category'
import type { QueryClient } from '@/lib/db/client'
import { storyIdIn } from './parse-lines'
import type { RedirectLine } from './redirect'

/** The data that decides which redirects are possible. */
export type RedirectTargets = {
  stories: Map<number, { path: string; isOut: boolean }>
  /** The paths of all pages but stories and older pages of lists. */
  pages: Set<string>
  /** The existing redirects of these addresses. */
  moved: Map<string, string>
}

async function readStories(tx: QueryClient, ids: number[]): Promise<RedirectTargets['stories']> {
  const rows = await tx.$queryRaw<{ id: number; slug: string; isOut: boolean }[]>`
    SELECT a."id", c."slug", a."publicAt" IS NOT NULL AS "isOut"
    FROM "Article" a JOIN "Category" c ON c."id" = a."categoryId" WHERE a."id" = ANY(${ids}::int[])`
  return new Map(
    rows.map(({ id, slug, isOut }) => [
      id,
      { path: articlePath({ id, category: { slug } }), isOut },
    ]),
  )
}

async function readPages(tx: QueryClient): Promise<Set<string>> {
  const select = { slug: true } as const
  const categories = await tx.category.findMany({ select })
  const pages = await tx.page.findMany({ select })
  const topics = await tx.topic.findMany({ select })
  const authors = await tx.contributor.findMany({ select })
  return new Set([
    '/',
    '/latest',
    '/search',
    '/robots.txt',
    ...[...categories, ...pages].map(categoryPath),
    ...topics.map(topicPath),
    ...authors.map(authorPath),
  ])
}

async function readMoved(tx: QueryClient, addresses: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ from: string; to: string }[]>`
    SELECT "fromPath" AS "from", "toPath" AS "to" FROM "Redirect" WHERE "fromPath" = ANY(${addresses}::text[])`
  return new Map(rows.map(({ from, to }) => [from, to]))
}

const present = <T>(values: (T | null)[]): T[] => [
  ...new Set(values.filter((value) => value !== null)),
]

export async function readRedirectTargets(
  tx: QueryClient,
  lines: RedirectLine[],
): Promise<RedirectTargets> {
  const ids = lines.flatMap(({ from, to }) => [storyIdIn(from), to.storyId])
  const addresses = lines.flatMap(({ from, to }) => [from, to.path])
  return {
    stories: await readStories(tx, present(ids)),
    pages: await readPages(tx),
    moved: await readMoved(tx, present(addresses)),
  }
}

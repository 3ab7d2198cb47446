import 'server-only'
import { type Actor, checkScope, scopeOf } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import type { ReaderReport } from './report'

const maxListed = 50

const reportSelect = {
  id: true,
  fault: true,
  passage: true,
  contact: true,
  createdAt: true,
  handledAt: true,
  handledByName: true,
} as const

type Row = Omit<ReaderReport, 'handled'> & { handledAt: Date | null; handledByName: string | null }

const toReport = ({ handledAt, handledByName, ...report }: Row): ReaderReport => ({
  ...report,
  handled: handledAt && handledByName !== null ? { at: handledAt, by: handledByName } : null,
})

/** The reports of a story: the open ones, oldest first, and the newest handled ones. */
export type StoryReports = {
  headline: string
  open: ReaderReport[]
  hasMoreOpen: boolean
  handled: ReaderReport[]
}

/** The reports of a story, or the reason why `actor` may not see them. */
export async function findStoryReports(
  actor: Actor,
  articleId: number,
): Promise<StoryReports | Refusal> {
  const story = await db().article.findUnique({
    where: { id: articleId },
    select: { headline: true, ownerId: true },
  })
  if (!story) return 'noSuchStory'
  const refusal = checkScope(actor, 'handleReports', story.ownerId)
  if (refusal) return refusal
  const [open, handled] = await Promise.all([
    db().readerReport.findMany({
      where: { articleId, handledAt: null },
      orderBy: { id: 'asc' },
      take: maxListed + 1,
      select: reportSelect,
    }),
    db().readerReport.findMany({
      where: { articleId, handledAt: { not: null } },
      orderBy: { id: 'desc' },
      take: maxListed,
      select: reportSelect,
    }),
  ])
  return {
    headline: story.headline,
    open: open.slice(0, maxListed).map(toReport),
    hasMoreOpen: open.length > maxListed,
    handled: handled.map(toReport),
  }
}

/** How many reports of the story are open. */
export const countOpenReports = (articleId: number): Promise<number> =>
  db().readerReport.count({ where: { articleId, handledAt: null } })

/** The stories with open reports that `actor` may handle, the longest waiting first, and how many reports there are. */
export async function listReportedStories(
  actor: Actor,
  maxStories: number,
): Promise<{ ids: number[]; count: number }> {
  const scope = scopeOf(actor, 'handleReports')
  if (!scope) return { ids: [], count: 0 }
  const where = {
    handledAt: null,
    ...(scope === 'own' && { article: { ownerId: actor.id } }),
  }
  const [groups, count] = await Promise.all([
    db().readerReport.groupBy({
      by: ['articleId'],
      where,
      _min: { createdAt: true },
      orderBy: { _min: { createdAt: 'asc' } },
      take: maxStories,
    }),
    db().readerReport.count({ where }),
  ])
  return { ids: groups.map(({ articleId }) => articleId), count }
}

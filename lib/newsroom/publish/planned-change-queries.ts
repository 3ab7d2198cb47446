import 'server-only'
import { db } from '@/lib/db/client'

/** A story that readers get within minutes, whose working copy says something that they will not get. */
export type PlannedChange = { id: number; headline: string; publicAt: Date }

const warningMs = 10 * 60_000

/** The scheduled stories of the next ten minutes that were changed after their time was set, the earliest first. */
export async function listPlannedChanges(now: Date): Promise<PlannedChange[]> {
  const stories = await db().article.findMany({
    where: {
      status: 'scheduled',
      trashedAt: null,
      publicAt: { gt: now, lte: new Date(now.getTime() + warningMs) },
      workingCopy: { isChanged: true },
    },
    orderBy: { publicAt: 'asc' },
    select: { id: true, headline: true, publicAt: true },
    take: 10,
  })
  return stories.flatMap(({ publicAt, ...story }) => (publicAt ? [{ ...story, publicAt }] : []))
}

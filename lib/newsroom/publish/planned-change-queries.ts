import 'server-only'
import { db } from '@/lib/db/client'

/** A planned story whose working copy says something that readers will not get. */
export type PlannedChange = { id: number; headline: string; publicAt: Date }

const warningMs = 10 * 60_000
const maxListed = 10

type NotesAndRevisions = {
  /** Newest first. */
  reviewNotes: { kind: string; at: Date }[]
  /** Newest first. */
  revisions: { createdAt: Date }[]
}

/** Whether somebody has asked, since the last save, that the change be taken along. */
export function isChangeRequested({ reviewNotes, revisions }: NotesAndRevisions): boolean {
  const [note] = reviewNotes
  const [saved] = revisions
  return note?.kind === 'changeRequested' && (!saved || note.at > saved.createdAt)
}

/**
 * The scheduled stories that were changed after their time was set: those of the next ten minutes, and those whose change
 * somebody asks for. The earliest first.
 */
export async function listPlannedChanges(now: Date): Promise<PlannedChange[]> {
  const stories = await db().article.findMany({
    where: {
      status: 'scheduled',
      trashedAt: null,
      publicAt: { gt: now },
      workingCopy: { isChanged: true },
    },
    orderBy: { publicAt: 'asc' },
    select: {
      id: true,
      headline: true,
      publicAt: true,
      reviewNotes: { orderBy: { id: 'desc' }, take: 1 },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { createdAt: true } },
    },
  })
  const needsNotice = (story: (typeof stories)[number]) =>
    (story.publicAt?.getTime() ?? 0) <= now.getTime() + warningMs || isChangeRequested(story)
  return stories
    .filter(needsNotice)
    .slice(0, maxListed)
    .flatMap(({ id, headline, publicAt }) => (publicAt ? [{ id, headline, publicAt }] : []))
}

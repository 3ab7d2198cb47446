import 'server-only'
import { articlePath, isPublic } from '@/lib/content-model/article'
import type { Db } from '@/lib/db/client'
import { databaseNow } from '@/lib/db/database-now'
import type { Placement } from '@/lib/invalidation/cache-tags'
import type { ChangeEvent } from './notification-channel'

/** A changed story as it is public now, with its present and former placements. */
export type NotifiedStory = {
  id: number
  /** Null when it is no longer public. */
  path: string | null
  notedChangeAt: Date | null
  places: Placement[]
}

const isWithdrawnOrGone = (status: string | undefined) =>
  status === undefined || status === 'withdrawn'

/** The stories of these events, each once. Stories that are not public yet are left out: their addresses are confidential. */
export async function listNotifiedStories(db: Db, events: ChangeEvent[]): Promise<NotifiedStory[]> {
  const now = await databaseNow(db)
  const storyEvents = events.filter((each) => each.articleId !== null)
  const ids = [...new Set(storyEvents.map(({ articleId }) => articleId))]
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      publishAt: true,
      embargoUntil: true,
      notedChangeAt: true,
      category: { select: { slug: true } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const isShown = row !== undefined && isPublic(row, now)
    if (!isShown && !isWithdrawnOrGone(row?.status)) return []
    const ownEvents = storyEvents.filter(({ articleId }) => articleId === id)
    const places = ownEvents.flatMap(({ before, after }) =>
      [before, after].filter((each) => each !== null),
    )
    return {
      id,
      path: isShown ? articlePath(row) : null,
      notedChangeAt: row?.notedChangeAt ?? null,
      places,
    }
  })
}

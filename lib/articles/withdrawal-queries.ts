import 'server-only'
import { db } from '@/lib/db/client'

/** The last withdrawal of the story, with its actor and reason; null when no user withdrew it. */
export async function findWithdrawal(
  articleId: number,
): Promise<{ actorName: string; reason: string | null } | null> {
  const entry = await db().auditEntry.findFirst({
    where: { articleId, command: 'withdrawStory' },
    orderBy: { id: 'desc' },
  })
  if (!entry) return null
  const { reason } = entry.detail as { reason?: string }
  return { actorName: entry.actorName, reason: reason ?? null }
}

export const findWithdrawalReason = async (articleId: number): Promise<string | null> =>
  (await findWithdrawal(articleId))?.reason ?? null

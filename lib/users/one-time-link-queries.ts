import 'server-only'
import { db, type QueryClient } from '@/lib/db/client'
import { hashToken, type LinkPurpose } from './one-time-link'

/** The holder and purpose of a link; null when the link is unknown, used or expired. */
export async function findLink(token: string, now: Date, client: QueryClient = db()) {
  const link = await client.oneTimeLink.findUnique({
    where: { hash: hashToken(token) },
    select: {
      purpose: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, role: true, banned: true } },
    },
  })
  if (!link || link.expiresAt <= now || link.user?.banned) return null
  return { purpose: link.purpose as LinkPurpose, user: link.user }
}

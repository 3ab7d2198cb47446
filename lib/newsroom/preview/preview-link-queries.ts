import 'server-only'
import { checkRead } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { storedContent } from '@/lib/newsroom/draft/story-content'
import type { Refusal } from '@/lib/outcome'
import type { PreviewLinkInfo } from './preview-link'
import { linkToken, readLinkToken } from './preview-link-token'
import { findPreviewAt } from './preview-queries'

const linkAddress = (id: string) => `${env.siteUrl}/preview/${linkToken(id)}`

/** Links that are good at `now`, in the database's terms. */
export const validLinkWhere = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } })

/** The links of a story that are good now, the newest first, or why `actor` may not see them. */
export async function listPreviewLinks(
  actor: Actor,
  articleId: number,
  now: Date,
): Promise<PreviewLinkInfo[] | Refusal> {
  const story = await db().article.findUnique({
    where: { id: articleId },
    select: { ownerId: true },
  })
  if (!story) return 'noSuchStory'
  const refusal = checkRead(actor, story)
  if (refusal) return refusal
  const rows = await db().previewLink.findMany({
    where: { articleId, ...validLinkWhere(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  const creators = await db().user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  })
  return rows.map(({ id, createdAt, expiresAt, createdById }) => ({
    id,
    address: linkAddress(id),
    createdAt,
    expiresAt,
    createdBy: creators.find((creator) => creator.id === createdById)?.name ?? null,
  }))
}

/** The preview of a link's address at `now`; null for an invalid, revoked or expired link. */
export async function findLinkedPreview(token: string, now: Date) {
  const { id, isOurs } = readLinkToken(token)
  const link = await db().previewLink.findUnique({ where: { id } })
  if (!link || !isOurs || link.revokedAt || link.expiresAt <= now) return null
  // What `contentInput` let in; the column takes nothing else.
  const content = storedContent(link.content)
  const found = await findPreviewAt(link.articleId, content, link.createdAt, now)
  if (!found) return null
  const { publicPath, ...preview } = found
  return { preview, content, publicPath, createdAt: link.createdAt, expiresAt: link.expiresAt }
}

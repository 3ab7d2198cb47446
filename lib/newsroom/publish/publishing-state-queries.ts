import 'server-only'
import { findWithdrawal } from '@/lib/articles/withdrawal-queries'
import { checkRead } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import { isPublic } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { readPaperSettings } from '@/lib/paper/settings'
import type { ProbeResult, PublicationCheck } from '@/lib/publication-check/publication-check'
import { isQueued } from '@/lib/queue/queue-queries'
import { isChangeRequested } from './planned-change-queries'
import { type PublishingState, permissionsOf, type ReviewMessage } from './publishing-state'

const maxNotes = 20

const selectStory = {
  id: true,
  version: true,
  status: true,
  ownerId: true,
  trashedAt: true,
  publishAt: true,
  embargoUntil: true,
  publishedAt: true,
  withdrawnAt: true,
  category: { select: { slug: true } },
  frontPin: { select: { until: true } },
  blockPin: { select: { until: true } },
  reviewNotes: { orderBy: { id: 'desc' }, take: maxNotes },
  corrections: { orderBy: { at: 'desc' }, take: maxNotes },
  revisions: { orderBy: { number: 'desc' }, take: 1, select: { createdAt: true } },
  publicationCheckRuns: { orderBy: { id: 'desc' }, take: 1 },
} as const

/** Why readers no longer have it: as it was said when it was taken away. */
async function withdrawalAt(
  articleId: number,
  at: Date | null,
): Promise<PublishingState['withdrawn']> {
  if (!at) return null
  const said = await findWithdrawal(articleId)
  return { at, byName: said?.actorName ?? null, reason: said?.reason ?? null }
}

type Pins = { id: number; frontPin: Pin | null; blockPin: Pin | null }
type Pin = { until: Date | null }

async function findFrontPlaces(
  { id, frontPin, blockPin }: Pins,
  now: Date,
): Promise<PublishingState['frontPlaces']> {
  const breaking = await db().breakingNews.findFirst({ where: { articleId: id } })
  const isHeld = (pin: Pin | null) => pin !== null && (pin.until === null || pin.until > now)
  return [
    ...(isHeld(frontPin) || isHeld(blockPin) ? (['pin'] as const) : []),
    ...(isHeld(breaking) ? (['breaking'] as const) : []),
  ]
}

type CheckRow = { id: number; begunAt: Date; doneAt: Date | null; results: unknown }
// Written by the job only.
const checkOf = ({ id, begunAt, doneAt, results }: CheckRow): PublicationCheck => ({
  id,
  begunAt,
  doneAt,
  results: results as ProbeResult[],
})

/** How the story stands on its way to readers, or why `actor` may not look. */
export async function findPublishingState(
  actor: Actor,
  id: number,
  now: Date,
): Promise<PublishingState | Refusal> {
  const story = await db().article.findUnique({
    where: { id },
    select: selectStory,
    relationLoadStrategy: 'join',
  })
  if (!story) return 'noSuchStory'
  const refusal = checkRead(actor, story)
  if (refusal) return refusal
  const paper = await db().paper.findFirst({ select: { settings: true } })
  const { version, status, publishAt, embargoUntil, publishedAt } = story
  const [publicationCheck] = story.publicationCheckRuns
  return {
    version,
    status,
    publishAt,
    embargoUntil,
    publishedAt,
    isPublic: isPublic(story, now),
    path: `/${story.category.slug}/${id}`,
    category: story.category.slug,
    withdrawn: await withdrawalAt(id, status === 'withdrawn' ? story.withdrawnAt : null),
    isTrashed: story.trashedAt !== null,
    frontPlaces: await findFrontPlaces(story, now),
    reviewMessages: story.reviewNotes.map((said) => ({
      ...said,
      kind: said.kind as ReviewMessage['kind'],
    })),
    isChangeRequested: isChangeRequested(story),
    notes: story.corrections.map(({ id: noteId, kind, note, at }) => ({
      id: noteId,
      kind,
      note,
      at,
    })),
    publicationCheck: publicationCheck ? checkOf(publicationCheck) : null,
    isCheckPending: await isQueued('publicationCheck', id),
    checklist: readPaperSettings(paper?.settings).checklist,
    may: permissionsOf(actor),
  }
}

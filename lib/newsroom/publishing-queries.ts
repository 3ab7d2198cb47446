import 'server-only'
import { isPublic } from '@/lib/articles/article'
import { whyNotRead } from '@/lib/articles/life'
import { findWithdrawal } from '@/lib/articles/withdrawal-queries'
import type { Actor } from '@/lib/auth/roles'
import { db } from '@/lib/db/client'
import type { ProofItem, StoryProof } from '@/lib/jobs/proof'
import { isQueued } from '@/lib/jobs/queue-queries'
import type { Refusal } from '@/lib/outcome'
import { readPaperSettings } from '@/lib/paper/settings'
import { mayOf, type Publishing, type ReviewSaid } from './publishing'

const fewNotes = 20

const selectStory = {
  ...{ id: true, version: true, status: true, ownerId: true, trashedAt: true },
  ...{ publishAt: true, embargoUntil: true, publishedAt: true, withdrawnAt: true },
  category: { select: { slug: true } },
  reviewNotes: { orderBy: { id: 'desc' }, take: fewNotes },
  corrections: { orderBy: { at: 'desc' }, take: fewNotes },
  proofs: { orderBy: { id: 'desc' }, take: 1 },
} as const

/** Why readers no longer have it: as it was said when it was taken away. */
async function withdrawalAt(articleId: number, at: Date | null): Promise<Publishing['withdrawn']> {
  if (!at) return null
  const said = await findWithdrawal(articleId)
  return { at, byName: said?.byName ?? null, reason: said?.reason ?? null }
}

type ProofRow = { id: number; begunAt: Date; doneAt: Date | null; items: unknown }
// What the job wrote; nobody else writes there.
const proofOf = ({ id, begunAt, doneAt, items }: ProofRow): StoryProof => ({
  ...{ id, begunAt, doneAt },
  items: items as ProofItem[],
})

/** How the story stands on its way to readers, or why `actor` may not look. */
export async function findPublishing(
  actor: Actor,
  id: number,
  now: Date,
): Promise<Publishing | Refusal> {
  const story = await db().article.findUnique({
    where: { id },
    select: selectStory,
    relationLoadStrategy: 'join',
  })
  if (!story) return 'noSuchStory'
  const refusal = whyNotRead(actor, story)
  if (refusal) return refusal
  const paper = await db().paper.findFirst({ select: { settings: true } })
  const { version, status, publishAt, embargoUntil, publishedAt } = story
  const [proof] = story.proofs
  return {
    ...{ version, status, publishAt, embargoUntil, publishedAt },
    isPublic: isPublic(story, now),
    path: `/${story.category.slug}/${id}`,
    category: story.category.slug,
    withdrawn: await withdrawalAt(id, status === 'withdrawn' ? story.withdrawnAt : null),
    isTrashed: story.trashedAt !== null,
    said: story.reviewNotes.map((said) => ({ ...said, kind: said.kind as ReviewSaid['kind'] })),
    notes: story.corrections.map(({ kind, note, at }) => ({ kind, note, at })),
    proof: proof ? proofOf(proof) : null,
    isProofAwaited: await isQueued('prove', id),
    checklist: readPaperSettings(paper?.settings).checklist,
    may: mayOf(actor),
  }
}

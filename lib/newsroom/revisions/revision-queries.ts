import type { PictureWords } from '@/lib/content-model/picture-words'
import 'server-only'
import type { Actor } from '@/lib/auth/permissions'
import type { Body } from '@/lib/content-model/body'
import type { QueryClient } from '@/lib/db/client'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { checkStoryAccess } from '@/lib/newsroom/draft/working-copy-queries'
import type { Refusal } from '@/lib/outcome'
import { type AuditEntrySummary, auditNoteOf, parseReason, type RevisionSummary } from './revision'

const perPage = 30

/** The JSON that `snapshotOf` stores. */
export type Snapshot = Omit<
  StoryContent,
  'category' | 'kicker' | 'standfirst' | 'dateline' | 'leadWords'
> & {
  /** Not in snapshots of earlier versions. */
  leadWords?: PictureWords
  categoryId: number
  kicker: string | null
  standfirst: string | null
  dateline: string | null
}

/** A page of a list, the newest first. */
export type HistoryPage<Item> = { lines: Item[]; hasMore: boolean }

const toHistoryPage = <Item>(lines: Item[]): HistoryPage<Item> => ({
  lines: lines.slice(0, perPage),
  hasMore: lines.length > perPage,
})

/** @param before the number that the last page ended with */
export async function listRevisions(
  actor: Actor,
  articleId: number,
  before?: number,
): Promise<HistoryPage<RevisionSummary> | Refusal> {
  const refusal = await checkStoryAccess(actor, articleId)
  if (refusal) return refusal
  const rows = await db().revision.findMany({
    where: { articleId, ...(before !== undefined && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: perPage + 1,
    select: { number: true, createdAt: true, actorName: true, reason: true },
  })
  return toHistoryPage(
    rows.map(({ number, createdAt, actorName, reason }) => ({
      number,
      at: createdAt,
      by: actorName,
      why: parseReason(reason),
    })),
  )
}

/** @param before the line that the last page ended with */
export async function listAuditEntries(
  actor: Actor,
  articleId: number,
  before?: bigint,
): Promise<HistoryPage<AuditEntrySummary> | Refusal> {
  const refusal = await checkStoryAccess(actor, articleId)
  if (refusal) return refusal
  const rows = await db().auditEntry.findMany({
    where: { articleId, ...(before !== undefined && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: perPage + 1,
    select: { id: true, at: true, actorName: true, command: true, detail: true },
  })
  return toHistoryPage(
    rows.map(({ id, at, actorName, command, detail }) => ({
      id: String(id),
      at,
      by: actorName,
      command,
      note: auditNoteOf(detail),
    })),
  )
}

export async function findSnapshot(
  tx: QueryClient,
  articleId: number,
  number: number,
): Promise<Snapshot | null> {
  const row = await tx.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { snapshot: true },
  })
  // Written by `snapshotOf`; revisions are never edited.
  return row && (row.snapshot as Prisma.JsonObject as unknown as Snapshot)
}

/** The snapshot as a working copy has it. */
export async function contentOf(
  tx: QueryClient,
  { categoryId, ...words }: Snapshot,
): Promise<StoryContent> {
  const category = await tx.category.findUnique({ where: { id: categoryId } })
  return {
    ...words,
    kicker: words.kicker ?? '',
    standfirst: words.standfirst ?? '',
    dateline: words.dateline ?? '',
    body: words.body as Body,
    leadWords: words.leadWords ?? {},
    category: category?.slug ?? '',
  }
}

/** The number of the revision before `number`; 0 when there is none. Automatic revisions that went leave gaps. */
export async function findNumberBefore(articleId: number, number: number): Promise<number> {
  const before = await db().revision.findFirst({
    where: { articleId, number: { lt: number } },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  return before?.number ?? 0
}

/** A story as it was at that save. */
export async function findRevision(
  actor: Actor,
  articleId: number,
  number: number,
): Promise<StoryContent | Refusal> {
  const refusal = await checkStoryAccess(actor, articleId)
  if (refusal) return refusal
  const snapshot = await findSnapshot(db(), articleId, number)
  return snapshot ? contentOf(db(), snapshot) : 'noSuchRevision'
}

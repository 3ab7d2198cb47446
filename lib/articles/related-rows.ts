import 'server-only'
import { type Actor, userIdOf } from '@/lib/auth/permissions'
import type { TransactionClient } from '@/lib/db/client'
import { leaveFront, returnToFront } from './withdrawal'

/** Rows of other tables that a save writes with the story. What is left out stays as it is. */
export type RelatedRows = {
  contributorIds?: number[] | undefined
  topicIds?: number[] | undefined
  correction?: { kind: 'correction' | 'update'; note: string }
  reviewNote?: { kind: 'submitted' | 'sentBack'; note: string | null }
  /** The story gives up its places on the front page, and the breaking strip that leads to it. */
  leavesFront?: boolean
  /** The story is back in the places that it left, where they are free. */
  returnsToFront?: boolean
  /** The slug of its new category, for a working copy whose writer can still choose the category. */
  workingCopyCategory?: string
  /** The story's content is the working copy's: the copy has no change of its own any more. */
  commitsWorkingCopy?: boolean
}

type Story = { id: number; version: number }

async function replaceBylines(tx: TransactionClient, articleId: number, contributorIds: number[]) {
  await tx.byline.deleteMany({ where: { articleId } })
  await tx.byline.createMany({
    data: contributorIds.map((contributorId, position) => ({ articleId, position, contributorId })),
  })
}

async function replaceTopics(tx: TransactionClient, articleId: number, topicIds: number[]) {
  await tx.articleTopic.deleteMany({ where: { articleId } })
  await tx.articleTopic.createMany({ data: topicIds.map((topicId) => ({ articleId, topicId })) })
}

/** The next save of the working copy finds that its story moved. */
const updateWorkingCopyCategory = (tx: TransactionClient, articleId: number, slug: string) =>
  tx.$executeRaw`
    UPDATE "WorkingCopy"
    SET "content" = jsonb_set("content", '{category}', to_jsonb(${slug}::text)), "version" = "version" + 1, "attempts" = '{}'
    WHERE "articleId" = ${articleId} AND "content" ->> 'category' <> ${slug}`

/** Writes the rows after the story itself, in one fixed order, so that two saves lock tables alike. */
export async function writeRelatedRows(
  tx: TransactionClient,
  { actor, now: at }: { actor: Actor; now: Date },
  { id: articleId, version }: Story,
  rows: RelatedRows,
): Promise<void> {
  if (rows.contributorIds) await replaceBylines(tx, articleId, rows.contributorIds)
  if (rows.topicIds) await replaceTopics(tx, articleId, rows.topicIds)
  if (rows.correction) await tx.correction.create({ data: { articleId, ...rows.correction, at } })
  if (rows.reviewNote) {
    const author = { byId: userIdOf(actor), byName: actor.name }
    await tx.reviewNote.create({ data: { articleId, ...rows.reviewNote, ...author, at } })
  }
  if (rows.leavesFront) await leaveFront(tx, articleId)
  if (rows.returnsToFront) await returnToFront(tx, articleId, at)
  if (rows.workingCopyCategory !== undefined)
    await updateWorkingCopyCategory(tx, articleId, rows.workingCopyCategory)
  if (rows.commitsWorkingCopy) {
    await tx.workingCopy.update({
      where: { articleId },
      data: { isChanged: false, baseVersion: version + 1 },
    })
  }
}

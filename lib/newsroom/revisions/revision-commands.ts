import 'server-only'
import type { z } from 'zod'
import {
  type LockedStory,
  lockStory,
  lockVersion,
  type SaveContext,
  type StoryUpdate,
} from '@/lib/articles/save-story'
import { toStoryUpdate } from '@/lib/articles/story-edit'
import { checkWrite } from '@/lib/articles/workflow'
import { lockCategoryById } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { isPublic } from '@/lib/content-model/article'
import { editFieldsInput } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import { revisionRef } from '@/lib/newsroom/draft/input'
import { wasPublic } from '@/lib/newsroom/draft/working-copy'
import { findCopy } from '@/lib/newsroom/draft/working-copy-rows'
import { lockWithCopy, writeWithCopy } from '@/lib/newsroom/publish/write-with-copy'
import type { Refusal } from '@/lib/outcome'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { findSnapshot, type Snapshot } from './revision-queries'

type VersionRef = Pick<z.output<typeof revisionRef>, 'id' | 'expectedVersion'>

/** Names that were merged since are those that stayed; what is not there any more is left out: the rest can still come back. */
async function existingReferences(tx: TransactionClient, snapshot: Snapshot) {
  const { contributorIds, topicIds, sourceId } = await resolveMergedNames(tx, snapshot)
  const [contributors, topics, source] = await Promise.all([
    tx.contributor.findMany({ where: { id: { in: contributorIds } }, select: { id: true } }),
    tx.topic.findMany({ where: { id: { in: topicIds } }, select: { id: true } }),
    sourceId === null ? null : tx.source.findUnique({ where: { id: sourceId } }),
  ])
  const among = (rows: { id: number }[]) => (id: number) => rows.some((row) => row.id === id)
  return {
    contributorIds: contributorIds.filter(among(contributors)),
    topicIds: topicIds.filter(among(topics)),
    sourceId: source?.id ?? null,
  }
}

/** What it carries, before the story itself, as a merge holds them: two commands must not wait for each other. */
async function lockReferences(tx: TransactionClient, snapshot: Snapshot): Promise<void> {
  await lockCategoryById(tx, snapshot.categoryId)
  await resolveMergedNames(tx, snapshot)
}

/** The story's words are those of the snapshot again. */
async function saveOfSnapshot(
  tx: TransactionClient,
  story: LockedStory,
  { categoryId, headline, ...words }: Snapshot,
  { number, now }: { number: number; now: Date },
): Promise<StoryUpdate | Refusal> {
  const isWithoutHeadline = headline === '' && story.status === 'draft'
  const edit = editFieldsInput.safeParse({
    ...words,
    ...(isWithoutHeadline ? {} : { headline }),
    ...(await existingReferences(tx, { categoryId, headline, ...words })),
  })
  if (!edit.success) return 'unfinished'
  if (words.body.length === 0 && isPublic(story, now)) return 'emptyStory'
  const save = await toStoryUpdate(tx, edit.data, `reverted: ${number}`)
  if (typeof save === 'string') return save
  const hasCategory = !wasPublic(story, now) && (await lockCategoryById(tx, categoryId))
  return {
    ...save,
    data: {
      ...save.data,
      ...(isWithoutHeadline && { headline: '' }),
      ...(hasCategory && { categoryId }),
    },
    isReworded: true,
  }
}

/**
 * What is being written and not yet a revision becomes one, so that it stands in the list as well. Not of a story that
 * readers have: they would see it; nor when it cannot be one yet. Whoever opens the story next finds it put aside then.
 */
async function commitPendingCopy(
  tx: TransactionClient,
  saveContext: SaveContext,
  story: LockedStory,
  ref: VersionRef,
) {
  const isUnpublished = story.status === 'draft' || story.status === 'inReview'
  const copy = await findCopy(tx, story.id)
  if (!isUnpublished || !copy?.isChanged || copy.baseVersion !== story.version) return ref
  const locked = await lockWithCopy(
    tx,
    { actor: saveContext.actor, permission: 'edit' },
    { ...ref, copyVersion: null },
  )
  if (typeof locked === 'string') return ref
  const committed = await writeWithCopy(tx, saveContext, locked, { data: {}, reason: 'edited' })
  return typeof committed === 'string' ? ref : { ...ref, expectedVersion: committed.story.version }
}

/**
 * The story is again what it was at an earlier save: a new revision. Of a story that readers have it is a silent change,
 * as `editStory`.
 */
export const restoreRevision = defineCommand({
  name: 'restoreRevision',
  permission: 'edit',
  input: revisionRef,
  run: async ({ tx, actor, now }, { number, ...ref }) => {
    const saveContext = { actor, now }
    const snapshot = await findSnapshot(tx, ref.id, number)
    if (snapshot) await lockReferences(tx, snapshot)
    const story = await lockStory(tx, ref.id)
    if (!story) return 'noSuchStory'
    const refusal = checkWrite(actor, story)
    if (refusal) return refusal
    if (ref.expectedVersion !== null && ref.expectedVersion !== story.version) return 'outdated'
    if (!snapshot) return 'noSuchRevision'
    const at = await commitPendingCopy(tx, saveContext, story, ref)
    const locked = await lockVersion(tx, { actor, permission: 'edit' }, at)
    if (typeof locked === 'string') return locked
    const update = await saveOfSnapshot(tx, locked, snapshot, { number, now })
    if (typeof update === 'string') return update
    return writeWithCopy(tx, saveContext, { story: locked, copy: null }, update)
  },
})

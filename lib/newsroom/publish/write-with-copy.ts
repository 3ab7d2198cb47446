import 'server-only'
import type { z } from 'zod'
import {
  type LockedStory,
  lockVersion,
  type SaveContext,
  type StoryResult,
  type StoryRight,
  type StoryUpdate,
  writeStory,
} from '@/lib/articles/save-story'
import { toStoryUpdate } from '@/lib/articles/story-edit'
import { lockCategory } from '@/lib/categories/lock-category'
import { publicAt } from '@/lib/content-model/article'
import { editFieldsInput } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import type { copyRef } from '@/lib/newsroom/draft/input'
import { followRenames } from '@/lib/newsroom/draft/save-working-copy'
import { normalizeContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { wasPublic } from '@/lib/newsroom/draft/working-copy'
import { type CopyRow, contentOfStory, findCopy } from '@/lib/newsroom/draft/working-copy-rows'
import type { Refusal } from '@/lib/outcome'
import type { ChecklistItem } from './checklist'
import { findBlockingFaults } from './readiness'

/** The finished content as an edit of the story; null when the content is not valid for a finished story. */
function editOf(content: StoryContent, mayLackHeadline: boolean) {
  const { category: _, headline, ...rest } = content
  const isWithoutHeadline = headline === '' && mayLackHeadline
  const edit = editFieldsInput.safeParse({
    ...rest,
    kicker: rest.kicker || null,
    standfirst: rest.standfirst || null,
    dateline: rest.dateline || null,
    ...(isWithoutHeadline ? {} : { headline }),
  })
  return edit.success ? edit.data : null
}

/**
 * Locks the references of the working copy before the story, in the order of a merge, so that the two cannot
 * deadlock.
 */
async function lockReferences(tx: TransactionClient, articleId: number): Promise<void> {
  const copy = await findCopy(tx, articleId)
  if (copy?.isChanged) await followRenames(tx, copy.content)
}

/** A locked story, and its working copy where that holds a change. */
export type StoryWithCopy = { story: LockedStory; copy: CopyRow | null }

/**
 * Locks a story for a save that includes its working copy. Refused when the copy is not the one that the user saw, or
 * is based on an older version of the story.
 * @returns `story.isEmpty` says whether the story would be empty after the save
 */
export async function lockWithCopy(
  tx: TransactionClient,
  right: StoryRight,
  { copyVersion, ...ref }: z.output<typeof copyRef>,
): Promise<StoryWithCopy | Refusal> {
  await lockReferences(tx, ref.id)
  const story = await lockVersion(tx, right, ref)
  if (typeof story === 'string') return story
  const copy = await findCopy(tx, story.id)
  if (copyVersion !== null && copyVersion !== (copy?.version ?? 0)) return 'outdated'
  if (!copy?.isChanged) return { story, copy: null }
  if (copy.baseVersion !== story.version) return 'outdated'
  const isEmpty = normalizeContent(copy.content).body.length === 0
  return { story: { ...story, isEmpty }, copy }
}

/** The working copy's content as an update of its story; refused when the content is not valid for the story's status. */
async function updateFromCopy(
  tx: TransactionClient,
  story: LockedStory,
  copy: CopyRow,
  { status, now }: { status: LockedStory['status']; now: Date },
): Promise<StoryUpdate | Refusal> {
  const content = normalizeContent(copy.content)
  const edit = editOf(content, status === 'draft')
  if (!edit) return 'unfinished'
  const categoryId = wasPublic(story, now)
    ? story.categoryId
    : (await lockCategory(tx, content.category))?.id
  if (categoryId === undefined) return 'noSuchCategory'
  const update = await toStoryUpdate(tx, edit, '')
  if (typeof update === 'string') return update
  const emptyHeadline = edit.headline === undefined ? { headline: '' } : {}
  return { ...update, data: { ...update.data, ...emptyHeadline, categoryId } }
}

/** Somebody's text of this story waits beside it, and nobody has chosen yet: what goes to readers might lack it. */
async function hasOpenConflict(tx: TransactionClient, articleId: number): Promise<boolean> {
  return (await tx.conflictCopy.count({ where: { articleId, resolvedAt: null } })) > 0
}

/**
 * Writes what was decided about a story, and the content of its working copy with it: one save, one revision. What readers
 * have afterwards, now or at a planned time, passes the paper's checklist: refused when a blocking item finds something,
 * in a story that readers can see already only when the edit adds to it. New text waits until its conflict copies are
 * resolved.
 * @see writeStory
 */
export async function writeWithCopy(
  tx: TransactionClient,
  context: SaveContext,
  { story, copy }: StoryWithCopy,
  decision: StoryUpdate,
): Promise<StoryResult | Refusal> {
  const status = (decision.data.status as LockedStory['status'] | undefined) ?? story.status
  const content = copy && (await updateFromCopy(tx, story, copy, { status, now: context.now }))
  if (typeof content === 'string') return content
  const update = content
    ? {
        ...content,
        ...decision,
        data: { ...content.data, ...decision.data },
        isReworded: true,
        isEdit: true,
        commitsWorkingCopy: true,
      }
    : decision
  const makesPublic = decision.data.status === 'published' || decision.data.status === 'scheduled'
  const isChecked = makesPublic || (update.isEdit && publicAt(story) !== null)
  const bringsText = isChecked && (copy !== null || (makesPublic && story.status !== 'withdrawn'))
  if (bringsText && (await hasOpenConflict(tx, story.id))) return 'openConflict'
  const before = isChecked && !makesPublic ? await contentOfStory(tx, story.id) : null
  const result = await writeStory(tx, context, story, update)
  if (typeof result === 'string' || !isChecked) return result
  const faults = await findBlockingFaults(tx, await contentOfStory(tx, story.id))
  if (faults.length === 0) return result
  const earlier = before ? await findBlockingFaults(tx, before) : []
  const isWorse = ({ name, where }: ChecklistItem) =>
    where.length > (earlier.find((each) => each.name === name)?.where.length ?? 0)
  return faults.some(isWorse) ? 'notReady' : result
}

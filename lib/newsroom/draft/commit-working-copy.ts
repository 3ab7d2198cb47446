import 'server-only'
import type { z } from 'zod'
import {
  type LockedStory,
  type SaveContext,
  type StoryResult,
  type StoryUpdate,
  saveStory,
} from '@/lib/articles/save-story'
import { toStoryUpdate } from '@/lib/articles/story-edit'
import { lockCategory } from '@/lib/categories/lock-category'
import { editFieldsInput } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import type { commitInput } from './input'
import { followRenames } from './save-working-copy'
import { normalizeContent, type StoryContent } from './story-content'
import { wasPublic } from './working-copy'
import { type CopyRow, findCopy } from './working-copy-rows'

type CopyRef = Pick<z.output<typeof commitInput>, 'id' | 'expectedVersion' | 'copyVersion'>
type Decide = (story: LockedStory) => Promise<StoryUpdate | Refusal> | StoryUpdate | Refusal

/** The finished content as an edit of the story; null when a finished story may not be like that. */
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

/** What the copy carries, before the story itself, as a merge holds them: two commands must not wait for each other. */
async function lockReferences(tx: TransactionClient, articleId: number): Promise<void> {
  const copy = await findCopy(tx, articleId)
  if (copy?.isChanged) await followRenames(tx, copy.content)
}

/** What was written and what was decided, as one save. */
async function writtenSave(
  tx: TransactionClient,
  now: Date,
  story: LockedStory,
  copy: CopyRow,
  decide: Decide,
): Promise<StoryUpdate | Refusal> {
  const content = normalizeContent(copy.content)
  const decision = await decide({ ...story, isEmpty: content.body.length === 0 })
  if (typeof decision === 'string') return decision
  const status = decision.data.status ?? story.status
  const edit = editOf(content, status === 'draft')
  if (!edit) return 'unfinished'
  const categoryId = wasPublic(story, now)
    ? story.categoryId
    : (await lockCategory(tx, content.category))?.id
  if (categoryId === undefined) return 'noSuchCategory'
  const wordsSave = await toStoryUpdate(tx, story.id, edit, decision.reason)
  if (typeof wordsSave === 'string') return wordsSave
  const emptyHeadline = edit.headline === undefined ? { headline: '' } : {}
  return {
    ...wordsSave,
    ...decision,
    data: { ...wordsSave.data, ...emptyHeadline, categoryId, ...decision.data },
    isReworded: true,
    isEdit: true,
    sideEffects: async () => {
      await wordsSave.sideEffects?.()
      await decision.sideEffects?.()
      await tx.workingCopy.update({
        where: { articleId: story.id },
        data: { isChanged: false, baseVersion: story.version + 1 },
      })
    },
  }
}

/**
 * One save of a story as `saveStory`, in which what stands in its working copy becomes the story's words: one revision
 * for the words and for what is decided beside them (publish, submit). Refused when the copy is not the one that was
 * looked at, when the story's words were changed past it, and when a finished story may not be like that.
 * @param decide is told whether the story would be empty; left out, the words alone are saved
 */
export async function commitWorkingCopy(
  tx: TransactionClient,
  saveContext: SaveContext,
  { copyVersion, ...ref }: CopyRef,
  decide: Decide,
): Promise<StoryResult | Refusal> {
  await lockReferences(tx, ref.id)
  return saveStory(tx, saveContext, ref, async (story) => {
    const copy = await findCopy(tx, story.id)
    if (copyVersion !== null && copyVersion !== (copy?.version ?? 0)) return 'outdated'
    if (!copy?.isChanged) return decide(story)
    if (copy.baseVersion !== story.version) return 'outdated'
    return writtenSave(tx, saveContext.now, story, copy, decide)
  })
}

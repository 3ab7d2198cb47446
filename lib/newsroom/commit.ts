import 'server-only'
import type { z } from 'zod'
import { saveOf } from '@/lib/articles/edit'
import { editInput } from '@/lib/articles/input'
import {
  type Hand,
  type LockedStory,
  type Save,
  type StoryDone,
  saveStory,
} from '@/lib/articles/save'
import { holdCategory } from '@/lib/categories/moved-category'
import type { DbSession } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { finish, type StoryContent } from './content'
import { type CopyRow, findCopy } from './copy-rows'
import { carryOver } from './copy-save'
import type { commitInput } from './input'
import { wasPublic } from './working-copy'

type Ref = Pick<z.output<typeof commitInput>, 'id' | 'expectedVersion' | 'copyVersion'>
type Decide = (story: LockedStory) => Promise<Save | Refusal> | Save | Refusal

/** The finished content as an edit of the story; null when a finished story may not be like that. */
function editOf(content: StoryContent, mayLackHeadline: boolean) {
  const { category: _, headline, ...rest } = content
  const isBare = headline === '' && mayLackHeadline
  const edit = editInput.safeParse({
    ...rest,
    kicker: rest.kicker || null,
    standfirst: rest.standfirst || null,
    dateline: rest.dateline || null,
    ...(isBare ? {} : { headline }),
  })
  return edit.success ? edit.data : null
}

/** What the copy carries, before the story itself, as a merge holds them: two commands must not wait for each other. */
async function holdTies(session: DbSession, articleId: number): Promise<void> {
  const copy = await findCopy(session, articleId)
  if (copy?.isChanged) await carryOver(session, copy.content)
}

/** What was written and what was decided, as one save. */
async function writtenSave(
  session: DbSession,
  now: Date,
  story: LockedStory,
  copy: CopyRow,
  decide: Decide,
): Promise<Save | Refusal> {
  const content = finish(copy.content)
  const decision = await decide({ ...story, isEmpty: content.body.length === 0 })
  if (typeof decision === 'string') return decision
  const status = decision.data.status ?? story.status
  const edit = editOf(content, status === 'draft')
  if (!edit) return 'unfinished'
  const categoryId = wasPublic(story, now)
    ? story.categoryId
    : (await holdCategory(session, content.category))?.id
  if (categoryId === undefined) return 'noSuchCategory'
  const words = await saveOf(session, story.id, edit, decision.reason)
  if (typeof words === 'string') return words
  const bare = edit.headline === undefined ? { headline: '' } : {}
  return {
    ...words,
    ...decision,
    data: { ...words.data, ...bare, categoryId, ...decision.data },
    isReworded: true,
    isEdit: true,
    beside: async () => {
      await words.beside?.()
      await decision.beside?.()
      await session.workingCopy.update({
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
  session: DbSession,
  hand: Hand,
  { copyVersion, ...ref }: Ref,
  decide: Decide,
): Promise<StoryDone | Refusal> {
  await holdTies(session, ref.id)
  return saveStory(session, hand, ref, async (story) => {
    const copy = await findCopy(session, story.id)
    if (copyVersion !== null && copyVersion !== (copy?.version ?? 0)) return 'outdated'
    if (!copy?.isChanged) return decide(story)
    if (copy.baseVersion !== story.version) return 'outdated'
    return writtenSave(session, hand.now, story, copy, decide)
  })
}

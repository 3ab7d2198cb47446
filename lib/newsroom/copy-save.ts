import 'server-only'
import type { z } from 'zod'
import { limits } from '@/lib/articles/input'
import type { LockedStory } from '@/lib/articles/save'
import { indexStory } from '@/lib/articles/search-index'
import { holdCategory } from '@/lib/categories/moved-category'
import type { DbSession } from '@/lib/db/client'
import { followNames } from '@/lib/people/moved-names'
import { finish, type StoryContent } from './content'
import type { CopyRow } from './copy-rows'
import type { saveCopyInput } from './input'
import type { Seat } from './pen'
import { mostAttempts } from './working-copy'

/** A text as it arrived. */
export type Written = Omit<z.output<typeof saveCopyInput>, 'content'>

/**
 * The text with what stands now in the place of a category or a name that was renamed or merged while it was written.
 * Before the story is locked: a merge takes the same order.
 */
export async function carryOver(session: DbSession, content: StoryContent): Promise<StoryContent> {
  const category = await holdCategory(session, content.category)
  const carried = await followNames(session, content)
  return category ? { ...carried, category: category.slug } : carried
}

/**
 * Whether the text was written on the copy as it stands: on its version, or after an attempt of the same browser whose
 * answer was lost, and which is what the copy is.
 */
export function isOnCopy(copy: CopyRow, { onVersion, earlier }: Written): boolean {
  const [last] = copy.attempts
  return copy.version === onVersion || (last !== undefined && earlier.includes(last))
}

/**
 * The text is the working copy from now on, a version higher. While one person writes, their earlier attempts stay known:
 * what a closing page sent, and arrives after its successor's, is in it.
 */
export async function writeCopy(
  session: DbSession,
  copy: CopyRow,
  { attempt, earlier }: Written,
  content: StoryContent,
  { by, now }: Seat,
): Promise<number> {
  const version = copy.version + 1
  const before = copy.savedById === by.id ? copy.attempts : []
  const attempts = [...new Set([attempt, ...earlier, ...before])]
  await session.workingCopy.update({
    where: { articleId: copy.articleId },
    data: {
      content,
      version,
      attempts: attempts.slice(0, mostAttempts),
      isChanged: true,
      savedAt: now,
      savedById: by.id,
    },
  })
  return version
}

/** The text is put aside, in the place of what the same browser wrote before it. */
export async function park(
  session: DbSession,
  { articleId, onVersion, attempt, earlier }: Written,
  content: StoryContent,
  { by, now }: Seat,
): Promise<number> {
  const same = await session.parkedCopy.findFirst({
    where: { articleId, byId: by.id, settledAt: null, attempt: { in: [attempt, ...earlier] } },
    orderBy: { id: 'desc' },
  })
  const data = { content, attempt, onVersion, at: now }
  if (same) {
    await session.parkedCopy.update({ where: { id: same.id }, data })
    return same.id
  }
  const parked = await session.parkedCopy.create({
    data: { ...data, articleId, byId: by.id, byName: by.name },
  })
  return parked.id
}

/** What the same browser wrote before this text and had put aside is contained in it: nobody has to choose from it. */
export async function unpark(
  session: DbSession,
  { articleId, attempt, earlier }: Written,
  seat: Seat,
) {
  await session.parkedCopy.updateMany({
    where: { articleId, byId: seat.by.id, settledAt: null, attempt: { in: [attempt, ...earlier] } },
    data: { settledAt: seat.now },
  })
}

/**
 * Lists show a story by its own headline and category: while readers have not had it, those are what is being written.
 * What waits for its hour stays as it was planned.
 */
export async function showInLists(
  session: DbSession,
  story: LockedStory,
  content: StoryContent,
  now: Date,
) {
  const isMaking = story.status === 'draft' || story.status === 'inReview'
  if (!isMaking || story.publishedAt) return
  const { headline, ...rest } = finish(content)
  const category = await session.category.findUnique({
    where: { slug: content.category },
    select: { id: true },
  })
  const isNamed =
    headline.length <= limits.headline && (headline !== '' || story.status === 'draft')
  const before = await session.article.findUniqueOrThrow({
    where: { id: story.id },
    select: { headline: true },
  })
  await session.article.update({
    where: { id: story.id },
    data: {
      ...(isNamed && { headline }),
      ...(category && { categoryId: category.id }),
      updatedAt: now,
    },
  })
  if (isNamed && headline !== before.headline)
    await indexStory(session, story.id, { headline, ...rest })
}

import 'server-only'
import type { z } from 'zod'
import type { LockedStory } from '@/lib/articles/save-story'
import { lockCategory } from '@/lib/categories/lock-category'
import { limits } from '@/lib/content-model/text-input'
import type { TransactionClient } from '@/lib/db/client'
import { indexStoryForSearch } from '@/lib/search-index/index-story'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { keepBeforeSave } from './automatic-revisions'
import type { EditSession } from './edit-lock'
import type { saveCopyInput } from './input'
import { normalizeContent, type StoryContent } from './story-content'
import { maxAttempts } from './working-copy'
import type { CopyRow } from './working-copy-rows'

/** A text as it arrived. */
export type WrittenText = Omit<z.output<typeof saveCopyInput>, 'content'>

/**
 * The text with what stands now in the place of a category or a name that was renamed or merged while it was written.
 * Before the story is locked: a merge takes the same order.
 */
export async function followRenames(
  tx: TransactionClient,
  content: StoryContent,
): Promise<StoryContent> {
  const category = await lockCategory(tx, content.category)
  const current = await resolveMergedNames(tx, content)
  return category ? { ...current, category: category.slug } : current
}

/**
 * Whether the text was written on the copy as it stands: on its version, or after an attempt of the same browser whose
 * answer was lost, and which is what the copy is.
 */
export function isOnCopy(copy: CopyRow, { onVersion, earlier }: WrittenText): boolean {
  const [last] = copy.attempts
  return copy.version === onVersion || (last !== undefined && earlier.includes(last))
}

/**
 * Stores the text as the next version of the working copy, and keeps the one before as a revision where that is due: see
 * `keepBeforeSave`. The attempts of the same user stay stored with it, so that
 * the late save of a closed page is recognised as already contained in the text.
 */
export async function writeCopy(
  tx: TransactionClient,
  copy: CopyRow,
  { attempt, earlier }: Pick<WrittenText, 'attempt' | 'earlier'>,
  content: StoryContent,
  { actor, now }: Pick<EditSession, 'actor' | 'now'>,
  isAlwaysKept = false,
): Promise<number> {
  await keepBeforeSave(tx, copy, content, { now, isAlways: isAlwaysKept })
  const version = copy.version + 1
  const before = copy.savedById === actor.id ? copy.attempts : []
  const attempts = [...new Set([attempt, ...earlier, ...before])]
  await tx.workingCopy.update({
    where: { articleId: copy.articleId },
    data: {
      content,
      version,
      attempts: attempts.slice(0, maxAttempts),
      isChanged: true,
      savedAt: now,
      savedById: actor.id,
    },
  })
  return version
}

/** Stores the text as a conflict copy. It replaces the conflict copy of an earlier attempt of the same browser. */
export async function keepConflictCopy(
  tx: TransactionClient,
  { articleId, onVersion, attempt, earlier }: WrittenText,
  content: StoryContent,
  { actor, now }: EditSession,
): Promise<number> {
  const same = await tx.conflictCopy.findFirst({
    where: { articleId, byId: actor.id, resolvedAt: null, attempt: { in: [attempt, ...earlier] } },
    orderBy: { id: 'desc' },
  })
  const data = { content, attempt, baseVersion: onVersion, at: now }
  if (same) {
    await tx.conflictCopy.update({ where: { id: same.id }, data })
    return same.id
  }
  const conflictCopy = await tx.conflictCopy.create({
    data: { ...data, articleId, byId: actor.id, byName: actor.name },
  })
  return conflictCopy.id
}

/** Resolves the conflict copies of this browser's earlier attempts, which this text contains. */
export async function removeConflictCopy(
  tx: TransactionClient,
  { articleId, attempt, earlier }: WrittenText,
  editSession: EditSession,
) {
  await tx.conflictCopy.updateMany({
    where: {
      articleId,
      byId: editSession.actor.id,
      resolvedAt: null,
      attempt: { in: [attempt, ...earlier] },
    },
    data: { resolvedAt: editSession.now },
  })
}

/**
 * Lists show the headline and category of the story, not of its working copy. Until a story was public, each save copies
 * both to the story. A scheduled story keeps those it was scheduled with.
 */
export async function updateListFields(
  tx: TransactionClient,
  story: LockedStory,
  content: StoryContent,
  now: Date,
) {
  const isUnpublished = story.status === 'draft' || story.status === 'inReview'
  if (!isUnpublished || story.publishedAt) return
  const { headline, ...rest } = normalizeContent(content)
  const category = await tx.category.findUnique({
    where: { slug: content.category },
    select: { id: true },
  })
  const isNamed =
    headline.length <= limits.headline && (headline !== '' || story.status === 'draft')
  const before = await tx.article.findUniqueOrThrow({
    where: { id: story.id },
    select: { headline: true },
  })
  await tx.article.update({
    where: { id: story.id },
    data: {
      ...(isNamed && { headline }),
      ...(category && { categoryId: category.id }),
      updatedAt: now,
    },
  })
  if (isNamed && headline !== before.headline)
    await indexStoryForSearch(tx, story.id, { headline, ...rest })
}

import 'server-only'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { publicAt } from '@/lib/content-model/article'
import {
  finalizeInput,
  moveInput,
  scheduleInput,
  storyRef,
  withdrawInput,
} from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import { type LockedStory, saveStory } from './save-story'
import {
  checkFinalize,
  checkPublic,
  checkPublish,
  checkSchedule,
  checkUnschedule,
} from './workflow'

/** Readers have the story from `now` on, whatever was planned. Refused under an embargo, and for what they have. */
export const publishStory = defineCommand({
  name: 'publishStory',
  permission: 'publish',
  input: storyRef,
  run: ({ tx, actor, now }, ref) =>
    saveStory(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkPublish(story, now) ?? {
          data: { status: 'published', publishAt: now, publishedAt: now },
          reason: 'published',
        },
    ),
})

/**
 * Readers have the story from `publishAt` on, and not before `embargoUntil`; nothing has to run at that instant. A
 * story that waits already is given the new hour.
 */
export const scheduleStory = defineCommand({
  name: 'scheduleStory',
  permission: 'publish',
  input: scheduleInput,
  run: ({ tx, actor, now }, { publishAt, embargoUntil, ...ref }) =>
    saveStory(tx, { actor: actor, now }, ref, (story) => {
      const embargo = embargoUntil === undefined ? story.embargoUntil : embargoUntil
      const plan = { publishAt, embargoUntil: embargo }
      return (
        checkSchedule(story, plan, now) ?? {
          data: { status: 'scheduled', ...plan, publishedAt: null },
          reason: 'scheduled',
        }
      )
    }),
})

/** A story that waits for its hour is a draft again. Its embargo, the source's, stays. */
export const unscheduleStory = defineCommand({
  name: 'unscheduleStory',
  permission: 'publish',
  input: storyRef,
  run: ({ tx, actor, now }, ref) =>
    saveStory(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkUnschedule(story, now) ?? {
          data: { status: 'draft', publishAt: null, publishedAt: null },
          reason: 'unscheduled',
        },
    ),
})

/**
 * Writes down that a planned story became public at its hour. Readers have it since then, by time alone; this closes the
 * book: status, `publishedAt`, a revision, an entry of the trail. Of many who try, one does it and the others are refused.
 * `now` is the database's clock, so that a worker whose own is wrong settles nothing early.
 */
export const finalizeScheduled = defineCommand({
  name: 'settleDue',
  permission: 'settle',
  input: finalizeInput,
  run: ({ tx, actor, now }, { id }) =>
    saveStory(
      tx,
      { actor: actor, now },
      { id, expectedVersion: null },
      (story) =>
        checkFinalize(story, now) ?? {
          data: { status: 'published', publishedAt: publicAt(story) },
          reason: 'settled',
          keepsRevision: true,
        },
    ),
})

/** A story leaves every place that it is held to, and what is said of it over the front page. */
async function removeFromFront(tx: TransactionClient, articleId: number): Promise<void> {
  await tx.frontPin.deleteMany({ where: { articleId } })
  await tx.frontBlockPin.deleteMany({ where: { articleId } })
  await tx.breakingNews.deleteMany({ where: { articleId } })
}

/** Readers no longer have the story: its address answers 410, and its place on the front is free. */
export const withdrawStory = defineCommand({
  name: 'withdrawStory',
  permission: 'withdraw',
  input: withdrawInput,
  run: ({ tx, actor, now }, { reason, ...ref }) =>
    saveStory(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkPublic(story, now) ?? {
          data: { status: 'withdrawn', withdrawnAt: now },
          reason: `withdrawn: ${reason}`,
          sideEffects: () => removeFromFront(tx, ref.id),
        },
    ),
})

/** A withdrawn story is back where it stood, at the hour it was first published. */
export const restoreStory = defineCommand({
  name: 'restoreStory',
  permission: 'withdraw',
  input: storyRef,
  run: ({ tx, actor, now }, ref) =>
    saveStory(tx, { actor: actor, now }, ref, ({ status, publishAt, publishedAt }) =>
      status === 'withdrawn'
        ? {
            data: {
              status: 'published',
              withdrawnAt: null,
              publishAt: publishAt ?? now,
              publishedAt: publishedAt ?? publishAt ?? now,
            },
            reason: 'restored',
          }
        : 'notWithdrawn',
    ),
})

/** What is being written of a story that readers never had says its category too; who writes it learns that it moved. */
async function updateWorkingCopyCategory(
  tx: TransactionClient,
  { id, publishedAt }: LockedStory,
  slug: string,
) {
  if (publishedAt) return
  await tx.$executeRaw`
    UPDATE "WorkingCopy"
    SET "content" = jsonb_set("content", '{category}', to_jsonb(${slug}::text)), "version" = "version" + 1, "attempts" = '{}'
    WHERE "articleId" = ${id} AND "content" ->> 'category' <> ${slug}`
}

/** The story belongs to another category. Its number stays, so that its old address leads to the new one. */
export const moveStory = defineCommand({
  name: 'moveStory',
  permission: 'move',
  input: moveInput,
  run: ({ tx, actor, now }, { category: slug, ...ref }) =>
    saveStory(tx, { actor: actor, now }, ref, async (story) => {
      const category = await lockCategory(tx, slug)
      if (!category) return 'noSuchCategory'
      if (category.id === story.categoryId) return 'sameCategory'
      return {
        data: { categoryId: category.id },
        reason: 'moved',
        sideEffects: () => updateWorkingCopyCategory(tx, story, category.slug),
      }
    }),
})

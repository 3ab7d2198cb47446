import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import { holdCategory } from '@/lib/categories/moved-category'
import type { Db, DbSession } from '@/lib/db/client'
import { publicAt } from './article'
import { moveInput, scheduleInput, settleInput, storyRef, withdrawInput } from './input'
import { whyNotPublic, whyNotPublish, whyNotSchedule, whyNotSettle, whyNotUnschedule } from './life'
import { type LockedStory, saveStory } from './save'

type StoryRef = z.input<typeof storyRef>

/** Readers have the story from `now` on, whatever was planned. Refused under an embargo, and for what they have. */
export function publishStory(db: Db, actor: Actor | null, input: StoryRef, now: Date) {
  return perform(db, actor, {
    act: 'publishStory',
    deed: 'publish',
    schema: storyRef,
    input,
    run: (session, ref, by) =>
      saveStory(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotPublish(story, now) ?? {
            data: { status: 'published', publishAt: now, publishedAt: now },
            reason: 'published',
          },
      ),
  })
}

/**
 * Readers have the story from `publishAt` on, and not before `embargoUntil`; nothing has to run at that instant. A
 * story that waits already is given the new hour.
 */
export function scheduleStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof scheduleInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'scheduleStory',
    deed: 'publish',
    schema: scheduleInput,
    input,
    run: (session, { publishAt, embargoUntil, ...ref }, by) =>
      saveStory(session, { actor: by, now }, ref, (story) => {
        const embargo = embargoUntil === undefined ? story.embargoUntil : embargoUntil
        const plan = { publishAt, embargoUntil: embargo }
        return (
          whyNotSchedule(story, plan, now) ?? {
            data: { status: 'scheduled', ...plan, publishedAt: null },
            reason: 'scheduled',
          }
        )
      }),
  })
}

/** A story that waits for its hour is a draft again. Its embargo, the source's, stays. */
export function unscheduleStory(db: Db, actor: Actor | null, input: StoryRef, now: Date) {
  return perform(db, actor, {
    act: 'unscheduleStory',
    deed: 'publish',
    schema: storyRef,
    input,
    run: (session, ref, by) =>
      saveStory(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotUnschedule(story, now) ?? {
            data: { status: 'draft', publishAt: null, publishedAt: null },
            reason: 'unscheduled',
          },
      ),
  })
}

/**
 * Writes down that a planned story became public at its hour. Readers have it since then, by time alone; this closes the
 * book: status, `publishedAt`, a revision, an entry of the trail. Of many who try, one does it and the others are refused.
 * `now` is the database's clock, so that a worker whose own is wrong settles nothing early.
 */
export function settleDue(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof settleInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'settleDue',
    deed: 'settle',
    schema: settleInput,
    input,
    run: (session, { id }, by) =>
      saveStory(
        session,
        { actor: by, now },
        { id, expectedVersion: null },
        (story) =>
          whyNotSettle(story, now) ?? {
            data: { status: 'published', publishedAt: publicAt(story) },
            reason: 'settled',
            keepsVersion: true,
          },
      ),
  })
}

/** A story leaves every place that it is held to, and what is said of it over the front page. */
async function leaveFront(session: DbSession, articleId: number): Promise<void> {
  await session.frontPin.deleteMany({ where: { articleId } })
  await session.frontBlockPin.deleteMany({ where: { articleId } })
  await session.breakingNews.deleteMany({ where: { articleId } })
}

/** Readers no longer have the story: its address answers 410, and its place on the front is free. */
export function withdrawStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof withdrawInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'withdrawStory',
    deed: 'withdraw',
    schema: withdrawInput,
    input,
    run: (session, { reason, ...ref }, by) =>
      saveStory(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotPublic(story, now) ?? {
            data: { status: 'withdrawn', withdrawnAt: now },
            reason: `withdrawn: ${reason}`,
            beside: () => leaveFront(session, ref.id),
          },
      ),
  })
}

/** A withdrawn story is back where it stood, at the hour it was first published. */
export function restoreStory(db: Db, actor: Actor | null, input: StoryRef, now: Date) {
  return perform(db, actor, {
    act: 'restoreStory',
    deed: 'withdraw',
    schema: storyRef,
    input,
    run: (session, ref, by) =>
      saveStory(session, { actor: by, now }, ref, ({ status, publishAt, publishedAt }) =>
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
}

/** What is being written of a story that readers never had says its category too; who writes it learns that it moved. */
async function carryCategory(session: DbSession, { id, publishedAt }: LockedStory, slug: string) {
  if (publishedAt) return
  await session.$executeRaw`
    UPDATE "WorkingCopy"
    SET "content" = jsonb_set("content", '{category}', to_jsonb(${slug}::text)), "version" = "version" + 1, "attempts" = '{}'
    WHERE "articleId" = ${id} AND "content" ->> 'category' <> ${slug}`
}

/** The story belongs to another category. Its number stays, so that its old address leads to the new one. */
export function moveStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof moveInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'moveStory',
    deed: 'move',
    schema: moveInput,
    input,
    run: (session, { category: slug, ...ref }, by) =>
      saveStory(session, { actor: by, now }, ref, async (story) => {
        const category = await holdCategory(session, slug)
        if (!category) return 'noSuchCategory'
        if (category.id === story.categoryId) return 'sameCategory'
        return {
          data: { categoryId: category.id },
          reason: 'moved',
          beside: () => carryCategory(session, story, category.slug),
        }
      }),
  })
}

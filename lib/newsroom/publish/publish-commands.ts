import 'server-only'
import { lockStory, lockVersion, writeStory } from '@/lib/articles/save-story'
import {
  checkEmbargo,
  checkFinalize,
  checkPublic,
  checkPublish,
  checkSchedule,
  checkSendBack,
  checkSubmit,
  checkUnschedule,
  checkWrite,
} from '@/lib/articles/workflow'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { publicAt } from '@/lib/content-model/article'
import { finalizeInput, moveInput, storyRef, withdrawInput } from '@/lib/content-model/input'
import { releaseLock } from '@/lib/newsroom/draft/edit-lock'
import {
  embargoInput,
  publishInput,
  scheduleInput,
  sendBackInput,
  submitInput,
} from '@/lib/newsroom/draft/input'
import { lockWithCopy, writeWithCopy } from './write-with-copy'

/**
 * Decisions about a story, from the newsroom, the terminal and jobs. A decision includes the story's working copy, in
 * one save and one revision. Its input names the versions that the user saw, so the second of two clicks and a
 * decision on an outdated page are refused. Every command locks, checks and writes; runCommand commits, invalidates
 * and notifies.
 */

/** Submits a draft to the desk: its reporter writes no more in it until it comes back, and has no edit lock. */
export const submitStory = defineCommand({
  name: 'submitStory',
  permission: 'submit',
  input: submitInput,
  run: async ({ tx, actor, now }, { note = null, ...ref }) => {
    const locked = await lockWithCopy(tx, { actor, permission: 'submit' }, ref)
    if (typeof locked === 'string') return locked
    const refusal = checkSubmit(locked.story, now) ?? checkWrite(actor, locked.story)
    if (refusal) return refusal
    const written = await writeWithCopy(tx, { actor, now }, locked, {
      data: { status: 'inReview' },
      reason: 'submitted',
      reviewNote: { kind: 'submitted', note },
    })
    await releaseLock(tx, ref.id)
    return written
  },
})

/** Sends a submitted story back to its reporter, with a note that says why and without the desk's edit lock. */
export const sendBack = defineCommand({
  name: 'sendBack',
  permission: 'sendBack',
  input: sendBackInput,
  run: async ({ tx, actor, now }, { note, ...ref }) => {
    const locked = await lockWithCopy(tx, { actor, permission: 'sendBack' }, ref)
    if (typeof locked === 'string') return locked
    const refusal = checkSendBack(locked.story)
    if (refusal) return refusal
    const written = await writeWithCopy(tx, { actor, now }, locked, {
      data: { status: 'draft' },
      reason: 'sentBack',
      reviewNote: { kind: 'sentBack', note },
    })
    await releaseLock(tx, ref.id)
    return written
  },
})

/**
 * Readers have the story from `now` on, whatever was planned. Refused under an embargo, for a public story, and while an
 * item of the paper's checklist prevents it.
 */
export const publishStory = defineCommand({
  name: 'publishStory',
  permission: 'publish',
  input: publishInput,
  run: async ({ tx, actor, now }, ref) => {
    const locked = await lockWithCopy(tx, { actor, permission: 'publish' }, ref)
    if (typeof locked === 'string') return locked
    const refusal = checkPublish(locked.story, now)
    if (refusal) return refusal
    return writeWithCopy(tx, { actor, now }, locked, {
      data: { status: 'published', publishAt: now, publishedAt: now },
      reason: 'published',
    })
  },
})

/**
 * Readers have the story from `publishAt` on, and not before the embargo; nothing has to run at that instant. A story that
 * is scheduled already is given the new time.
 */
export const scheduleStory = defineCommand({
  name: 'scheduleStory',
  permission: 'publish',
  input: scheduleInput,
  run: async ({ tx, actor, now }, { publishAt, embargoUntil, ...ref }) => {
    const locked = await lockWithCopy(tx, { actor, permission: 'publish' }, ref)
    if (typeof locked === 'string') return locked
    const { story } = locked
    if (publishAt <= now) return 'hourPassed'
    const plan = {
      publishAt,
      embargoUntil: embargoUntil === undefined ? story.embargoUntil : embargoUntil,
    }
    const refusal = checkSchedule(story, plan, now)
    if (refusal) return refusal
    return writeWithCopy(tx, { actor, now }, locked, {
      data: { status: 'scheduled', ...plan, publishedAt: null },
      reason: 'scheduled',
    })
  },
})

/** A scheduled story is a draft again. Its embargo, the source's, stays. */
export const unscheduleStory = defineCommand({
  name: 'unscheduleStory',
  permission: 'publish',
  input: storyRef,
  run: async ({ tx, actor, now }, ref) => {
    const story = await lockVersion(tx, { actor, permission: 'publish' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkUnschedule(story, now)
    if (refusal) return refusal
    return writeStory(tx, { actor, now }, story, {
      data: { status: 'draft', publishAt: null, publishedAt: null },
      reason: 'unscheduled',
    })
  },
})

/** Sets the time before which the source lets nobody publish; null removes it. It is not our own plan. */
export const setEmbargo = defineCommand({
  name: 'setEmbargo',
  permission: 'publish',
  input: embargoInput,
  run: async ({ tx, actor, now }, { embargoUntil, ...ref }) => {
    const story = await lockVersion(tx, { actor, permission: 'publish' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkEmbargo(story, embargoUntil, now)
    if (refusal) return refusal
    return writeStory(tx, { actor, now }, story, {
      data: { embargoUntil },
      reason: embargoUntil ? 'embargoed' : 'embargoLifted',
    })
  },
})

/**
 * Records that a scheduled story became public at its time: status, `publishedAt`, a revision, an audit entry. Readers
 * have it since then by time alone. Of several workers that try, one succeeds and the others are refused.
 * `now` is the database's clock, so that a worker whose clock is wrong finalizes nothing early.
 */
export const finalizeScheduled = defineCommand({
  name: 'finalizeScheduled',
  permission: 'finalize',
  input: finalizeInput,
  run: async ({ tx, actor, now }, { id }) => {
    const story = await lockVersion(
      tx,
      { actor, permission: 'finalize' },
      { id, expectedVersion: null },
    )
    if (typeof story === 'string') return story
    const refusal = checkFinalize(story, now)
    if (refusal) return refusal
    return writeStory(tx, { actor, now }, story, {
      data: { status: 'published', publishedAt: publicAt(story) },
      reason: 'finalized',
      keepsVersion: true,
    })
  },
})

/**
 * Readers no longer have the story: its address answers 410, with the reason that they are given, and its places on the
 * front page are free.
 */
export const withdrawStory = defineCommand({
  name: 'withdrawStory',
  permission: 'withdraw',
  input: withdrawInput,
  run: async ({ tx, actor, now }, { reason, publicReason, showsHeadline, ...ref }) => {
    const story = await lockVersion(tx, { actor, permission: 'withdraw' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkPublic(story, now)
    if (refusal) return refusal
    return writeStory(tx, { actor, now }, story, {
      data: {
        status: 'withdrawn',
        withdrawnAt: now,
        withdrawal: { reason: publicReason || null, showsHeadline },
      },
      reason: `withdrawn: ${reason}`,
      leavesFront: true,
    })
  },
})

/**
 * A withdrawn story is public again, with the time of its first publication, and in the places on the front page that it
 * left, as far as they are free.
 */
export const restoreStory = defineCommand({
  name: 'restoreStory',
  permission: 'withdraw',
  input: storyRef,
  run: async ({ tx, actor, now }, ref) => {
    const story = await lockVersion(tx, { actor, permission: 'withdraw' }, ref)
    if (typeof story === 'string') return story
    if (story.status !== 'withdrawn') return 'notWithdrawn'
    const locked = { story, copy: null }
    return writeWithCopy(tx, { actor, now }, locked, {
      data: {
        status: 'published',
        withdrawnAt: null,
        publishAt: story.publishAt ?? now,
        publishedAt: story.publishedAt ?? story.publishAt ?? now,
      },
      reason: 'restored',
      returnsToFront: true,
    })
  },
})

/** Moves the story to another category. Its number stays, so that its old address redirects to the new one. */
export const moveStory = defineCommand({
  name: 'moveStory',
  permission: 'move',
  input: moveInput,
  run: async ({ tx, actor, now }, { category: slug, ...ref }) => {
    const story = await lockVersion(tx, { actor, permission: 'move' }, ref)
    if (typeof story === 'string') return story
    const category = await lockCategory(tx, slug)
    if (!category) return 'noSuchCategory'
    if (category.id === story.categoryId) return 'sameCategory'
    return writeStory(tx, { actor, now }, story, {
      data: { categoryId: category.id },
      reason: 'moved',
      // The category of a published story is decided here, not in the editor.
      ...(!story.publishedAt && { workingCopyCategory: category.slug }),
    })
  },
})

const publicationCheckRef = storyRef.pick({ id: true })

/** Readers' pages are looked at once more. */
export const requestPublicationCheck = defineCommand({
  name: 'requestPublicationCheck',
  permission: 'requestCheck',
  input: publicationCheckRef,
  skipsAudit: true,
  run: async ({ tx, now }, { id }) => {
    const story = await lockStory(tx, id)
    if (!story) return 'noSuchStory'
    if (story.status !== 'withdrawn') {
      const refusal = checkPublic(story, now)
      if (refusal) return refusal
    }
    // The second of two clicks finds the first one's still to be done.
    const pendingCount = await tx.outboxEvent.count({
      where: { articleId: id, command: 'requestPublicationCheck' },
    })
    if (pendingCount === 0)
      await tx.outboxEvent.create({ data: { articleId: id, command: 'requestPublicationCheck' } })
    const unseen = { kind: 'article', before: null, after: null } as const
    return { change: unseen, story: { id, version: story.version } }
  },
})

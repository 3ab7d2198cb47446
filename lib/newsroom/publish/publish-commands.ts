import 'server-only'
import type { z } from 'zod'
import { lockStory, saveStory } from '@/lib/articles/save-story'
import {
  checkEmbargo,
  checkPublic,
  checkPublish,
  checkSchedule,
  checkSendBack,
  checkSubmit,
  checkWrite,
} from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/permissions'
import { userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import { storyRef } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import { commitWorkingCopy } from '@/lib/newsroom/draft/commit-working-copy'
import {
  commitInput,
  copyRef,
  embargoInput,
  noteCopyInput,
  scheduleCopyInput,
  sendBackInput,
  submitInput,
} from '@/lib/newsroom/draft/input'
import { normalizeContent } from '@/lib/newsroom/draft/story-content'
import { contentOfStory, findCopy } from '@/lib/newsroom/draft/working-copy-rows'
import type { Refusal } from '@/lib/outcome'
import { checkReadyInDatabase } from './readiness'

/*
 * What is decided about a story that somebody has open: what stands in its working copy and the decision are one save,
 * one revision. Each takes the versions that were looked at, so that the second of two clicks, and whoever decides on
 * an old screen, is refused.
 */

type CopyRef = z.output<typeof copyRef>

/** What readers would get at this moment: the words that the save will write. */
async function wordsOf(tx: TransactionClient, id: number) {
  const copy = await findCopy(tx, id)
  return normalizeContent(copy?.isChanged ? copy.content : await contentOfStory(tx, id))
}

const checkReadyNow = async (tx: TransactionClient, id: number): Promise<Refusal | null> =>
  checkReadyInDatabase(tx, await wordsOf(tx, id))

const addReviewNote = (
  tx: TransactionClient,
  articleId: number,
  kind: 'submitted' | 'sentBack',
  note: string | null,
  { actor, now }: { actor: Actor; now: Date },
) =>
  tx.reviewNote.create({
    data: { articleId, kind, note, byId: userIdOf(actor), byName: actor.name, at: now },
  })

/** A draft is handed to the desk: its reporter writes no more in it until it comes back. */
export const submitStory = defineCommand({
  name: 'submitStory',
  permission: 'submit',
  input: submitInput,
  run: ({ tx, actor, now }, { note, ...ref }) =>
    commitWorkingCopy(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkSubmit(story, now) ??
        checkWrite(actor, story) ?? {
          data: { status: 'inReview' },
          reason: 'submitted',
          sideEffects: () => addReviewNote(tx, ref.id, 'submitted', note ?? null, { actor, now }),
        },
    ),
})

/** A story that was handed in goes back to its reporter, who reads why. */
export const sendBack = defineCommand({
  name: 'sendBack',
  permission: 'sendBack',
  input: sendBackInput,
  run: ({ tx, actor, now }, { note, ...ref }) =>
    commitWorkingCopy(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkSendBack(story) ?? {
          data: { status: 'draft' },
          reason: 'sentBack',
          sideEffects: () => addReviewNote(tx, ref.id, 'sentBack', note, { actor, now }),
        },
    ),
})

/** As `publishStory`, with what was written; refused while a line of the paper's checklist stops it. */
export const publishCopy = defineCommand({
  name: 'publishCopy',
  permission: 'publish',
  input: copyRef,
  run: ({ tx, actor, now }, ref: CopyRef) =>
    commitWorkingCopy(
      tx,
      { actor: actor, now },
      ref,
      async (story) =>
        checkPublish(story, now) ??
        (story.trashedAt ? 'trashed' : null) ??
        (await checkReadyNow(tx, ref.id)) ?? {
          data: { status: 'published', publishAt: now, publishedAt: now },
          reason: 'published',
        },
    ),
})

/** As `scheduleStory`, with what was written; the source's limit stays what it is. */
export const scheduleCopy = defineCommand({
  name: 'scheduleCopy',
  permission: 'publish',
  input: scheduleCopyInput,
  run: ({ tx, actor, now }, { publishAt, ...ref }) =>
    commitWorkingCopy(tx, { actor: actor, now }, ref, async (story) => {
      const plan = { publishAt, embargoUntil: story.embargoUntil }
      if (publishAt <= now) return 'hourPassed'
      return (
        checkSchedule(story, plan, now) ??
        (story.trashedAt ? 'trashed' : null) ??
        (await checkReadyNow(tx, ref.id)) ?? {
          data: { status: 'scheduled', publishAt, publishedAt: null },
          reason: 'scheduled',
        }
      )
    }),
})

/** The hour before which the source lets nobody publish; null takes it away. Our own plan is another matter. */
export const setEmbargo = defineCommand({
  name: 'setEmbargo',
  permission: 'publish',
  input: embargoInput,
  run: ({ tx, actor, now }, { embargoUntil, ...ref }) =>
    saveStory(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkEmbargo(story, embargoUntil, now) ?? {
          data: { embargoUntil },
          reason: embargoUntil ? 'embargoed' : 'embargoLifted',
        },
    ),
})

/** What was written of a published story is what readers have from now on, and they are told: a correction or an update. */
export const noteCopy = defineCommand({
  name: 'noteCopy',
  permission: 'note',
  input: noteCopyInput,
  run: ({ tx, actor, now }, { kind, note, ...ref }) =>
    commitWorkingCopy(
      tx,
      { actor: actor, now },
      ref,
      (story) =>
        checkPublic(story, now) ?? {
          data: { notedChangeAt: now },
          reason: kind,
          sideEffects: () =>
            tx.correction.create({ data: { articleId: ref.id, kind, note, at: now } }),
        },
    ),
})

/** What was written of a published story is what readers have from now on, without a word: no fact has changed. */
export const tidyCopy = defineCommand({
  name: 'tidyCopy',
  permission: 'note',
  input: commitInput,
  run: async ({ tx, actor, now }, { why, ...ref }) => {
    const copy = await findCopy(tx, ref.id)
    return commitWorkingCopy(tx, { actor: actor, now }, ref, (story) => {
      const refusal = checkPublic(story, now) ?? checkWrite(actor, story)
      if (refusal) return refusal
      if (!copy?.isChanged) return 'nothingChanged'
      return { data: {}, reason: why ? `tidied: ${why}` : 'tidied' }
    })
  },
})

const publicationCheckRef = storyRef.pick({ id: true })

/** Readers' pages are looked at once more. */
export const requestPublicationCheck = defineCommand({
  name: 'proveStory',
  permission: 'prove',
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
    const pendingCount = await tx.followUp.count({ where: { articleId: id, act: 'proveStory' } })
    if (pendingCount === 0) await tx.followUp.create({ data: { articleId: id, act: 'proveStory' } })
    const unseen = { kind: 'article', before: null, after: null } as const
    return { change: unseen, story: { id, version: story.version } }
  },
})

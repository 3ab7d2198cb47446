import 'server-only'
import type { z } from 'zod'
import { accountOf } from '@/lib/articles/commands'
import { storyRef } from '@/lib/articles/input'
import {
  whyNotEmbargo,
  whyNotPublic,
  whyNotPublish,
  whyNotSchedule,
  whyNotSendBack,
  whyNotSubmit,
  whyNotWrite,
} from '@/lib/articles/life'
import { lockStory, type StoryDone, saveStory } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Outcome, Refusal } from '@/lib/outcome'
import { commitWorkingCopy } from './commit'
import { finish } from './content'
import { contentOfStory, findCopy } from './copy-rows'
import {
  commitInput,
  copyRef,
  embargoInput,
  noteCopyInput,
  scheduleCopyInput,
  sendBackInput,
  submitInput,
} from './input'
import { findWhyNotReady } from './ready'

/*
 * What is decided about a story that somebody has open: what stands in its working copy and the decision are one save,
 * one revision. Each takes the versions that were looked at, so that the second of two clicks, and whoever decides on
 * an old screen, is refused.
 */

type Ref = z.output<typeof copyRef>

/** What readers would get at this moment: the words that the save will write. */
async function wordsOf(session: DbSession, id: number) {
  const copy = await findCopy(session, id)
  return finish(copy?.isChanged ? copy.content : await contentOfStory(session, id))
}

const whyNotReadyNow = async (session: DbSession, id: number): Promise<Refusal | null> =>
  findWhyNotReady(session, await wordsOf(session, id))

const sayOf = (
  session: DbSession,
  articleId: number,
  kind: 'submitted' | 'sentBack',
  note: string | null,
  { by, now }: { by: Actor; now: Date },
) =>
  session.reviewNote.create({
    data: { articleId, kind, note, byId: accountOf(by), byName: by.name, at: now },
  })

/** A draft is handed to the desk: its reporter writes no more in it until it comes back. */
export function submitStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof submitInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'submitStory',
    deed: 'submit',
    schema: submitInput,
    input,
    run: (session, { note, ...ref }, by) =>
      commitWorkingCopy(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotSubmit(story, now) ??
          whyNotWrite(by, story) ?? {
            data: { status: 'inReview' },
            reason: 'submitted',
            beside: () => sayOf(session, ref.id, 'submitted', note ?? null, { by, now }),
          },
      ),
  })
}

/** A story that was handed in goes back to its reporter, who reads why. */
export function sendBack(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof sendBackInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'sendBack',
    deed: 'sendBack',
    schema: sendBackInput,
    input,
    run: (session, { note, ...ref }, by) =>
      commitWorkingCopy(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotSendBack(story) ?? {
            data: { status: 'draft' },
            reason: 'sentBack',
            beside: () => sayOf(session, ref.id, 'sentBack', note, { by, now }),
          },
      ),
  })
}

/** As `publishStory`, with what was written; refused while a line of the paper's checklist stops it. */
export function publishCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof copyRef>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'publishCopy',
    deed: 'publish',
    schema: copyRef,
    input,
    run: (session, ref: Ref, by) =>
      commitWorkingCopy(
        session,
        { actor: by, now },
        ref,
        async (story) =>
          whyNotPublish(story, now) ??
          (story.trashedAt ? 'trashed' : null) ??
          (await whyNotReadyNow(session, ref.id)) ?? {
            data: { status: 'published', publishAt: now, publishedAt: now },
            reason: 'published',
          },
      ),
  })
}

/** As `scheduleStory`, with what was written; the source's limit stays what it is. */
export function scheduleCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof scheduleCopyInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'scheduleCopy',
    deed: 'publish',
    schema: scheduleCopyInput,
    input,
    run: (session, { publishAt, ...ref }, by) =>
      commitWorkingCopy(session, { actor: by, now }, ref, async (story) => {
        const plan = { publishAt, embargoUntil: story.embargoUntil }
        if (publishAt <= now) return 'hourPassed'
        return (
          whyNotSchedule(story, plan, now) ??
          (story.trashedAt ? 'trashed' : null) ??
          (await whyNotReadyNow(session, ref.id)) ?? {
            data: { status: 'scheduled', publishAt, publishedAt: null },
            reason: 'scheduled',
          }
        )
      }),
  })
}

/** The hour before which the source lets nobody publish; null takes it away. Our own plan is another matter. */
export function setEmbargo(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof embargoInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'setEmbargo',
    deed: 'publish',
    schema: embargoInput,
    input,
    run: (session, { embargoUntil, ...ref }, by) =>
      saveStory(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotEmbargo(story, embargoUntil, now) ?? {
            data: { embargoUntil },
            reason: embargoUntil ? 'embargoed' : 'embargoLifted',
          },
      ),
  })
}

/** What was written of a published story is what readers have from now on, and they are told: a correction or an update. */
export function noteCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof noteCopyInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'noteCopy',
    deed: 'note',
    schema: noteCopyInput,
    input,
    run: (session, { kind, note, ...ref }, by) =>
      commitWorkingCopy(
        session,
        { actor: by, now },
        ref,
        (story) =>
          whyNotPublic(story, now) ?? {
            data: { notedChangeAt: now },
            reason: kind,
            beside: () =>
              session.correction.create({ data: { articleId: ref.id, kind, note, at: now } }),
          },
      ),
  })
}

/** What was written of a published story is what readers have from now on, without a word: no fact has changed. */
export function tidyCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof commitInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'tidyCopy',
    deed: 'note',
    schema: commitInput,
    input,
    run: async (session, { why, ...ref }, by) => {
      const copy = await findCopy(session, ref.id)
      return commitWorkingCopy(session, { actor: by, now }, ref, (story) => {
        const refusal = whyNotPublic(story, now) ?? whyNotWrite(by, story)
        if (refusal) return refusal
        if (!copy?.isChanged) return 'nothingChanged'
        return { data: {}, reason: why ? `tidied: ${why}` : 'tidied' }
      })
    },
  })
}

const proofRef = storyRef.pick({ id: true })

/** Readers' pages are looked at once more. */
export function proveStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof proofRef>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'proveStory',
    deed: 'prove',
    schema: proofRef,
    input,
    isQuiet: true,
    run: async (session, { id }): Promise<StoryDone | Refusal> => {
      const story = await lockStory(session, id)
      if (!story) return 'noSuchStory'
      if (story.status !== 'withdrawn') {
        const refusal = whyNotPublic(story, now)
        if (refusal) return refusal
      }
      // The second of two clicks finds the first one's still to be done.
      const waiting = await session.followUp.count({ where: { articleId: id, act: 'proveStory' } })
      if (waiting === 0)
        await session.followUp.create({ data: { articleId: id, act: 'proveStory' } })
      const unseen = { kind: 'article', before: null, after: null } as const
      return { change: unseen, story: { id, version: story.version } }
    },
  })
}

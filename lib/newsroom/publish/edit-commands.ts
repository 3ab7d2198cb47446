import 'server-only'
import type { z } from 'zod'
import {
  type LockedStory,
  lockVersion,
  type SaveContext,
  type StoryRight,
  type StoryUpdate,
  writeStory,
} from '@/lib/articles/save-story'
import { type StoryEdit, toStoryUpdate } from '@/lib/articles/story-edit'
import { checkPublic, checkWrite } from '@/lib/articles/workflow'
import { type Actor, checkPermission, userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import { isPublic } from '@/lib/content-model/article'
import { storyRef } from '@/lib/content-model/input'
import type { TransactionClient } from '@/lib/db/client'
import { type copyRef, editInput, noteInput, rewordNoteInput } from '@/lib/newsroom/draft/input'
import { findCopy } from '@/lib/newsroom/draft/working-copy-rows'
import { isChangeRequested } from './planned-change-queries'
import { lockWithCopy, type StoryWithCopy, writeWithCopy } from './write-with-copy'

const isEdit = (edit: StoryEdit) => Object.values(edit).some((value) => value !== undefined)

/** Locks the story for an edit of its fields, or without any for a save of its working copy. */
async function lockForEdit(
  tx: TransactionClient,
  right: StoryRight,
  { copyVersion, ...ref }: z.output<typeof copyRef>,
  edit: StoryEdit,
) {
  if (!isEdit(edit)) return lockWithCopy(tx, right, { ...ref, copyVersion })
  const story = await lockVersion(tx, right, ref)
  return typeof story === 'string' ? story : { story, copy: null }
}

async function writeEdit(
  tx: TransactionClient,
  context: SaveContext,
  locked: StoryWithCopy,
  edit: StoryEdit,
  decision: StoryUpdate,
) {
  const update = isEdit(edit) ? await toStoryUpdate(tx, edit, decision.reason) : null
  if (typeof update === 'string') return update
  return writeWithCopy(tx, context, locked, {
    ...update,
    ...decision,
    data: { ...update?.data, ...decision.data },
  })
}

/** Only users with the permission to publish change a planned story; others request it. */
const checkPlanned = (actor: Actor, story: LockedStory, now: Date) =>
  story.status === 'scheduled' && !isPublic(story, now) ? checkPermission(actor, 'publish') : null

/**
 * Makes a revision of the fields of the input, or of the working copy. Readers of a published story have it from then on,
 * without a notice: nobody could have misunderstood the earlier text. The story's time of change stays as it is.
 */
export const editStory = defineCommand({
  name: 'editStory',
  permission: 'edit',
  input: editInput,
  run: async ({ tx, actor, now }, { id, expectedVersion, copyVersion, why, ...edit }) => {
    const locked = await lockForEdit(
      tx,
      { actor, permission: 'edit' },
      { id, expectedVersion, copyVersion },
      edit,
    )
    if (typeof locked === 'string') return locked
    const refusal = checkWrite(actor, locked.story) ?? checkPlanned(actor, locked.story, now)
    if (refusal) return refusal
    const isUnchanged = !isEdit(edit) && !locked.copy
    if (isUnchanged && isPublic(locked.story, now)) return 'nothingChanged'
    const reason = why ? `edited: ${why}` : 'edited'
    return writeEdit(tx, { actor, now }, locked, edit, { data: {}, reason })
  },
})

/** Requests that the change of a planned story be included, once for each change. */
export const requestPlannedChange = defineCommand({
  name: 'requestPlannedChange',
  permission: 'edit',
  input: storyRef,
  run: async ({ tx, actor, now }, ref) => {
    const story = await lockVersion(tx, { actor, permission: 'edit' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkWrite(actor, story)
    if (refusal) return refusal
    if (story.status !== 'scheduled' || isPublic(story, now)) return 'notScheduled'
    const copy = await findCopy(tx, story.id)
    if (!copy?.isChanged) return 'nothingChanged'
    const asked = await tx.article.findUniqueOrThrow({
      where: { id: story.id },
      select: {
        reviewNotes: { orderBy: { id: 'desc' }, take: 1 },
        revisions: { orderBy: { number: 'desc' }, take: 1, select: { createdAt: true } },
      },
    })
    // The second of two clicks.
    if (!isChangeRequested(asked))
      await tx.reviewNote.create({
        data: {
          articleId: story.id,
          kind: 'changeRequested',
          byId: userIdOf(actor),
          byName: actor.name,
          at: now,
        },
      })
    const unseen = { kind: 'article', before: null, after: null } as const
    return { change: unseen, story: { id: story.id, version: story.version } }
  },
})

/**
 * Tells readers that a published story was corrected or updated, and changes it in the same save, as `editStory` does.
 * The note is appended and never edited; `notedChangeAt`, the “আপডেট” of the page, moves.
 */
export const noteChange = defineCommand({
  name: 'noteChange',
  permission: 'note',
  input: noteInput,
  run: async ({ tx, actor, now }, { id, expectedVersion, copyVersion, kind, note, ...edit }) => {
    const locked = await lockForEdit(
      tx,
      { actor, permission: 'note' },
      { id, expectedVersion, copyVersion },
      edit,
    )
    if (typeof locked === 'string') return locked
    const refusal = checkPublic(locked.story, now)
    if (refusal) return refusal
    return writeEdit(tx, { actor, now }, locked, edit, {
      data: { notedChangeAt: now },
      reason: kind,
      correction: { kind, note },
    })
  },
})

/**
 * Mends the wording of a note of a correction or an update; its time stays. The audit entry and the revision keep the
 * earlier wording: what readers were told cannot be hidden.
 */
export const rewordNote = defineCommand({
  name: 'rewordNote',
  permission: 'publish',
  input: rewordNoteInput,
  skipsAudit: true,
  run: async ({ tx, actor, now }, { noteId, note, ...ref }) => {
    const story = await lockVersion(tx, { actor, permission: 'publish' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkPublic(story, now)
    if (refusal) return refusal
    const correction = await tx.correction.findFirst({ where: { id: noteId, articleId: story.id } })
    if (!correction) return 'noSuchNote'
    if (correction.note === note) return 'nothingChanged'
    await tx.correction.update({ where: { id: noteId }, data: { note } })
    await tx.auditEntry.create({
      data: {
        actorId: userIdOf(actor),
        actorName: actor.name,
        command: 'rewordNote',
        articleId: story.id,
        detail: { note, before: correction.note },
      },
    })
    const reason = `noteReworded: ${correction.note}`
    return writeStory(tx, { actor, now }, story, { data: {}, reason })
  },
})

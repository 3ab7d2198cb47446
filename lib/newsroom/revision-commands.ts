import 'server-only'
import type { z } from 'zod'
import { isPublic } from '@/lib/articles/article'
import { saveOf } from '@/lib/articles/edit'
import { editInput } from '@/lib/articles/input'
import { whyNotWrite } from '@/lib/articles/life'
import { type Hand, type LockedStory, lockStory, type Save, saveStory } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import { isHeldCategory } from '@/lib/categories/moved-category'
import type { Db, DbSession } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { followNames } from '@/lib/people/moved-names'
import { commitWorkingCopy } from './commit'
import { findCopy } from './copy-rows'
import { revisionRef } from './input'
import { findSnapshot, type Snapshot } from './revision-queries'
import { wasPublic } from './working-copy'

type Ref = Pick<z.output<typeof revisionRef>, 'id' | 'expectedVersion'>

/** Names that were merged since are those that stayed; what is not there any more is left out: the rest can still come back. */
async function tiesOf(session: DbSession, snapshot: Snapshot) {
  const { contributorIds, topicIds, sourceId } = await followNames(session, snapshot)
  const [contributors, topics, source] = await Promise.all([
    session.contributor.findMany({ where: { id: { in: contributorIds } }, select: { id: true } }),
    session.topic.findMany({ where: { id: { in: topicIds } }, select: { id: true } }),
    sourceId === null ? null : session.source.findUnique({ where: { id: sourceId } }),
  ])
  const among = (rows: { id: number }[]) => (id: number) => rows.some((row) => row.id === id)
  return {
    contributorIds: contributorIds.filter(among(contributors)),
    topicIds: topicIds.filter(among(topics)),
    sourceId: source?.id ?? null,
  }
}

/** What it carries, before the story itself, as a merge holds them: two commands must not wait for each other. */
async function holdTies(session: DbSession, snapshot: Snapshot): Promise<void> {
  await isHeldCategory(session, snapshot.categoryId)
  await followNames(session, snapshot)
}

/** The story's words are those of the snapshot again. */
async function saveOfSnapshot(
  session: DbSession,
  story: LockedStory,
  { categoryId, headline, ...words }: Snapshot,
  { number, now }: { number: number; now: Date },
): Promise<Save | Refusal> {
  const isBare = headline === '' && story.status === 'draft'
  const edit = editInput.safeParse({
    ...words,
    ...(isBare ? {} : { headline }),
    ...(await tiesOf(session, { categoryId, headline, ...words })),
  })
  if (!edit.success) return 'unfinished'
  if (words.body.length === 0 && isPublic(story, now)) return 'emptyStory'
  const save = await saveOf(session, story.id, edit.data, `reverted: ${number}`)
  if (typeof save === 'string') return save
  const isThere = !wasPublic(story, now) && (await isHeldCategory(session, categoryId))
  return {
    ...save,
    data: {
      ...save.data,
      ...(isBare && { headline: '' }),
      ...(isThere && { categoryId }),
    },
    isReworded: true,
  }
}

/**
 * What is being written and not yet a revision becomes one, so that it stands in the list as well. Not of a story that
 * readers have: they would see it; nor when it cannot be one yet. Whoever opens the story next finds it put aside then.
 */
async function keepWritten(session: DbSession, hand: Hand, story: LockedStory, ref: Ref) {
  const isMaking = story.status === 'draft' || story.status === 'inReview'
  const copy = await findCopy(session, story.id)
  if (!isMaking || !copy?.isChanged || copy.baseVersion !== story.version) return ref
  const kept = await commitWorkingCopy(session, hand, { ...ref, copyVersion: null }, () => ({
    data: {},
    reason: 'tidied',
  }))
  return typeof kept === 'string' ? ref : { ...ref, expectedVersion: kept.story.version }
}

/**
 * The story is again what it was at an earlier save: a new revision. Of a story that readers have it is a silent change,
 * as `tidyStory`.
 */
export function restoreRevision(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof revisionRef>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'restoreRevision',
    deed: 'tidy',
    schema: revisionRef,
    input,
    run: async (session, { number, ...ref }, by) => {
      const hand = { actor: by, now }
      const snapshot = await findSnapshot(session, ref.id, number)
      if (snapshot) await holdTies(session, snapshot)
      const story = await lockStory(session, ref.id)
      if (!story) return 'noSuchStory'
      const refusal = whyNotWrite(by, story)
      if (refusal) return refusal
      if (ref.expectedVersion !== null && ref.expectedVersion !== story.version) return 'outdated'
      if (!snapshot) return 'noSuchRevision'
      const at = await keepWritten(session, hand, story, ref)
      return saveStory(session, hand, at, (locked) =>
        saveOfSnapshot(session, locked, snapshot, { number, now }),
      )
    },
  })
}

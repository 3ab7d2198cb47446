import 'server-only'
import type { z } from 'zod'
import { addStory } from '@/lib/articles/add-story'
import { lockStory, type StoryResult } from '@/lib/articles/save-story'
import { checkRead, checkWrite } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { lockCategory } from '@/lib/categories/lock-category'
import type { Db, TransactionClient } from '@/lib/db/client'
import type { Change } from '@/lib/invalidation/cache-tags'
import type { Outcome, Refusal } from '@/lib/outcome'
import { commitWorkingCopy } from './commit-working-copy'
import {
  acquireLock,
  holdsLock,
  isLockFree,
  openCopy,
  recordLeaving,
  recordPresence,
} from './edit-lock'
import {
  commitInput,
  newStoryInput,
  openInput,
  presenceInput,
  resolveConflictInput,
  saveCopyInput,
  takeOverInput,
} from './input'
import {
  followRenames,
  isOnCopy,
  keepConflictCopy,
  removeConflictCopy,
  updateListFields,
  writeCopy,
} from './save-working-copy'
import { blankContent, isSameContent } from './story-content'
import type { OpenStory } from './working-copy'
import { openStory } from './working-copy-queries'

// Nothing that a reader's document shows.
const unseen: Change = { kind: 'article', before: null, after: null }

type OpenDone = StoryResult & { open: OpenStory }
type SavedDone = StoryResult & { copyVersion: number; savedAt: Date }
type ConflictCopyDone = StoryResult & { why: Refusal; conflictCopyId: number }

/** The slug of the masthead's first category; '' while there is none. */
async function findFirstCategory(tx: TransactionClient): Promise<string> {
  const first = await tx.category.findFirst({
    where: { parentId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { slug: true },
  })
  return first?.slug ?? ''
}

/** A story of which nothing is written yet. The same form sent again leads to the same story. */
export function newStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof newStoryInput>,
  now: Date,
): Promise<Outcome<StoryResult>> {
  return runCommand(db, actor, {
    name: 'newStory',
    permission: 'draft',
    schema: newStoryInput,
    input,
    run: async (tx, { key, category: slug }, actor) => {
      const importKey = `form:${actor.id}:${key}`
      // Both of two clicks find the first one's story.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importKey}, 0))`
      const same = await tx.article.findUnique({ where: { importKey } })
      if (same) return { change: unseen, story: { id: same.id, version: same.version } }
      const category = await lockCategory(tx, slug ?? (await findFirstCategory(tx)))
      if (!category) return 'noSuchCategory'
      const id = await addStory(tx, {
        ...blankContent(category.slug),
        ...{ kicker: null, standfirst: null, dateline: null },
        categoryId: category.id,
        status: 'draft',
        publishedAt: now,
        importKey,
        actor,
        reason: 'drafted',
      })
      return { change: unseen, story: { id, version: 1 } }
    },
  })
}

/**
 * The story is open before `actor` in a tab of theirs. Whoever may write and comes first holds the edit lock; for the others the
 * text is to read along.
 */
export function openWorkingCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof openInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return runCommand(db, actor, {
    name: 'openWorkingCopy',
    permission: 'write',
    schema: openInput,
    input,
    skipsAudit: true,
    run: async (tx, { articleId, tab, was }, actor) => {
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      const editSession = { actor, tab, now }
      await recordPresence(tx, articleId, editSession)
      if (!checkWrite(actor, story)) {
        const copy = await openCopy(tx, story, now)
        const isMine = holdsLock(copy, editSession) || (was && holdsLock(copy, { actor, tab: was }))
        if (isMine || (await isLockFree(tx, copy, now)))
          await acquireLock(tx, articleId, editSession)
      }
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(tx, articleId, now),
      }
    },
  })
}

/** They still have the story open. */
export function renewPresence(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof presenceInput>,
  now: Date,
) {
  return presenceCommand(db, actor, input, 'stayPresent', (tx, { articleId, tab }, actor) =>
    recordPresence(tx, articleId, { actor, tab, now }),
  )
}

/** They close the story, or their line is cut; a tab that is back in a moment has not left. */
export function leaveStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof presenceInput>,
  now: Date,
) {
  return presenceCommand(db, actor, input, 'leaveStory', (tx, { articleId, tab }, actor) =>
    recordLeaving(tx, articleId, { actor, tab, now }),
  )
}

function presenceCommand(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof presenceInput>,
  name: string,
  write: (
    tx: TransactionClient,
    input: z.output<typeof presenceInput>,
    actor: Actor,
  ) => Promise<void>,
): Promise<Outcome<StoryResult>> {
  return runCommand(db, actor, {
    name,
    permission: 'write',
    schema: presenceInput,
    input,
    skipsAudit: true,
    run: async (tx, place, actor) => {
      const story = await tx.article.findUnique({
        where: { id: place.articleId },
        select: { id: true, version: true, ownerId: true },
      })
      if (!story) return 'noSuchStory'
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      await write(tx, place, actor)
      return { change: unseen, story: { id: story.id, version: story.version } }
    },
  })
}

/** How a save of a working copy ended. What was refused for its hour or its place is kept all the same: `conflictCopyId`. */
export type SaveOutcome =
  | { ok: true; copyVersion: number; savedAt: Date }
  | { ok: false; reason: Refusal; fields?: string[]; conflictCopyId?: number }

/**
 * What is being written of a story, as often as its writer pauses. No revision, no line in the trail, nothing for
 * readers. Refused, and put aside, when somebody else wrote since, or holds the edit lock. Sent again under the same attempt it
 * is what it was.
 */
export async function saveWorkingCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof saveCopyInput>,
  now: Date,
): Promise<SaveOutcome> {
  const outcome = await runCommand<typeof saveCopyInput, SavedDone | ConflictCopyDone>(db, actor, {
    name: 'saveWorkingCopy',
    permission: 'write',
    schema: saveCopyInput,
    input,
    skipsAudit: true,
    run: async (tx, { content: sentContent, ...written }, actor) => {
      const { articleId, tab, attempt } = written
      const content = await followRenames(tx, sentContent)
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const readRefusal = checkRead(actor, story)
      if (readRefusal) return readRefusal
      const editSession = { actor, tab, now }
      const ref = { change: unseen, story: { id: articleId, version: story.version } }
      const saveAsConflictCopy = async (why: Refusal) => ({
        ...ref,
        why,
        conflictCopyId: await keepConflictCopy(tx, written, content, editSession),
      })
      const refusal = checkWrite(actor, story)
      if (refusal) return saveAsConflictCopy(refusal)
      const copy = await openCopy(tx, story, now)
      if (copy.attempts.includes(attempt) || isSameContent(copy.content, content))
        return { ...ref, copyVersion: copy.version, savedAt: copy.savedAt }
      if (!holdsLock(copy, editSession) && !(await isLockFree(tx, copy, now)))
        return saveAsConflictCopy('penElsewhere')
      if (!isOnCopy(copy, written)) return saveAsConflictCopy('outdated')
      if (!holdsLock(copy, editSession)) await acquireLock(tx, articleId, editSession)
      const copyVersion = await writeCopy(tx, copy, written, content, editSession)
      await removeConflictCopy(tx, written, editSession)
      await updateListFields(tx, story, content, now)
      return { ...ref, copyVersion, savedAt: now }
    },
  })
  if (!outcome.ok) return outcome
  return 'conflictCopyId' in outcome
    ? { ok: false, reason: outcome.why, conflictCopyId: outcome.conflictCopyId }
    : { ok: true, copyVersion: outcome.copyVersion, savedAt: outcome.savedAt }
}

/** The edit lock passes, from the tab it was seen in, to this one. Whoever had it sees that at once. */
export function takeOverLock(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof takeOverInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return runCommand(db, actor, {
    name: 'takeOver',
    permission: 'write',
    schema: takeOverInput,
    input,
    run: async (tx, { articleId, tab, from }, actor) => {
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const refusal = checkWrite(actor, story)
      if (refusal) return refusal
      const editSession = { actor, tab, now }
      const copy = await openCopy(tx, story, now)
      const isUnchangedHolder = copy.holderTab === from || (await isLockFree(tx, copy, now))
      if (!isUnchangedHolder && !holdsLock(copy, editSession)) return 'outdated'
      await recordPresence(tx, articleId, editSession)
      await acquireLock(tx, articleId, editSession)
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(tx, articleId, now),
      }
    },
  })
}

/**
 * Somebody chose, between a text that was put aside and the working copy. What they chose is the working copy from now
 * on; without it the copy stays. Their own text anybody may let go; to write they need the edit lock.
 */
export function resolveConflict(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof resolveConflictInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return runCommand(db, actor, {
    name: 'settleParked',
    permission: 'write',
    schema: resolveConflictInput,
    input,
    run: async (tx, { content: sentContent, conflictCopyId, ...written }, actor) => {
      const { articleId, tab } = written
      const content = sentContent && (await followRenames(tx, sentContent))
      const story = await lockStory(tx, articleId)
      if (!story) return 'noSuchStory'
      const readRefusal = checkRead(actor, story)
      if (readRefusal) return readRefusal
      const conflictCopy = await tx.parkedCopy.findFirst({
        where: { id: conflictCopyId, articleId, settledAt: null },
      })
      if (!conflictCopy) return 'noSuchParked'
      const refusal = checkWrite(actor, story)
      if (refusal && (content || conflictCopy.byId !== actor.id)) return refusal
      const editSession = { actor, tab, now }
      if (content) {
        const copy = await openCopy(tx, story, now)
        if (!holdsLock(copy, editSession)) return 'penElsewhere'
        if (!isOnCopy(copy, written)) return 'outdated'
        await writeCopy(tx, copy, written, content, editSession)
        await updateListFields(tx, story, content, now)
      }
      await tx.parkedCopy.update({ where: { id: conflictCopyId }, data: { settledAt: now } })
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(tx, articleId, now),
      }
    },
  })
}

/**
 * What was written becomes the story's words: a revision. Of a story that readers have it is what they read from now on,
 * without a word to them, as `editStory`.
 */
export function commitCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof commitInput>,
  now: Date,
): Promise<Outcome<StoryResult>> {
  return runCommand(db, actor, {
    name: 'commitCopy',
    permission: 'tidy',
    schema: commitInput,
    input,
    run: (tx, { why, ...ref }, actor) =>
      commitWorkingCopy(tx, { actor: actor, now }, ref, (story) => {
        const refusal = checkWrite(actor, story)
        return refusal ?? { data: {}, reason: why ? `tidied: ${why}` : 'tidied' }
      }),
  })
}

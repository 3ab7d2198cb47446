import 'server-only'
import { addStory } from '@/lib/articles/add-story'
import { lockStory, type StoryResult } from '@/lib/articles/save-story'
import { checkRead, checkWrite } from '@/lib/articles/workflow'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import type { TransactionClient } from '@/lib/db/client'
import type { Change } from '@/lib/invalidation/cache-tags'
import type { Refusal } from '@/lib/outcome'
import {
  acquireLock,
  holdsLock,
  isLockFree,
  openCopy,
  recordLeaving,
  recordPresence,
} from './edit-lock'
import {
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
import { openStory } from './working-copy-queries'

// No reader's page changes.
const unseen: Change = { kind: 'article', before: null, after: null }

type SavedDone = StoryResult & { copyVersion: number; savedAt: Date }
type ConflictCopyDone = StoryResult & { refusal: Refusal; conflictCopyId: number }

/** The slug of the masthead's first category; '' while there is none. */
async function findFirstCategory(tx: TransactionClient): Promise<string> {
  const first = await tx.category.findFirst({
    where: { parentId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { slug: true },
  })
  return first?.slug ?? ''
}

/** Creates an empty story. The same form sent again returns the same story. */
export const newStory = defineCommand({
  name: 'newStory',
  permission: 'draft',
  input: newStoryInput,
  run: async ({ tx, actor, now }, { key, category: slug }) => {
    const importKey = `form:${actor.id}:${key}`
    // The second of two clicks finds the story of the first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importKey}, 0))`
    const same = await tx.article.findUnique({ where: { importKey } })
    if (same) return { change: unseen, story: { id: same.id, version: same.version } }
    const category = await lockCategory(tx, slug ?? (await findFirstCategory(tx)))
    if (!category) return 'noSuchCategory'
    const owner = await tx.user.findUnique({
      where: { id: actor.id },
      select: { contributorId: true },
    })
    const id = await addStory(tx, {
      ...blankContent(category.slug),
      // A user whose account is linked with a contributor writes under that name.
      contributorIds: owner?.contributorId ? [owner.contributorId] : [],
      kicker: null,
      standfirst: null,
      dateline: null,
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

/**
 * Opens the story for `actor` in one tab. The first user with permission to write acquires the edit lock; the others
 * read the text.
 */
export const openWorkingCopy = defineCommand({
  name: 'openWorkingCopy',
  permission: 'write',
  input: openInput,
  skipsAudit: true,
  run: async ({ tx, actor, now }, { articleId, tab, was }) => {
    const story = await lockStory(tx, articleId)
    if (!story) return 'noSuchStory'
    const refusal = checkRead(actor, story)
    if (refusal) return refusal
    const editSession = { actor, tab, now }
    await recordPresence(tx, articleId, editSession)
    if (!checkWrite(actor, story)) {
      const copy = await openCopy(tx, story, now)
      const isMine = holdsLock(copy, editSession) || (was && holdsLock(copy, { actor, tab: was }))
      if (isMine || (await isLockFree(tx, copy, now))) await acquireLock(tx, articleId, editSession)
    }
    return {
      change: unseen,
      story: { id: articleId, version: story.version },
      open: await openStory(tx, articleId, now),
    }
  },
})

/** Records that the user still has the story open. */
export const renewPresence = presenceCommand('renewPresence', recordPresence)

/** The user closes the story, or their connection is cut; a tab that is back within moments has not left. */
export const leaveStory = presenceCommand('leaveStory', recordLeaving)

function presenceCommand(name: 'renewPresence' | 'leaveStory', write: typeof recordPresence) {
  return defineCommand({
    name,
    permission: 'write',
    input: presenceInput,
    skipsAudit: true,
    run: async ({ tx, actor, now }, place) => {
      const story = await tx.article.findUnique({
        where: { id: place.articleId },
        select: { id: true, version: true, ownerId: true },
      })
      if (!story) return 'noSuchStory'
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      await write(tx, place.articleId, { actor, tab: place.tab, now })
      return { change: unseen, story: { id: story.id, version: story.version } }
    },
  })
}

/**
 * Saves what is being written of a story, as often as the writer pauses. It makes no revision and no audit entry, and
 * readers see nothing of it. Refused, and kept as a conflict copy, when somebody else wrote since, or another edit session
 * holds the lock. The same attempt sent again changes nothing.
 */
export const saveWorkingCopy = defineCommand<typeof saveCopyInput, SavedDone | ConflictCopyDone>({
  name: 'saveWorkingCopy',
  permission: 'write',
  input: saveCopyInput,
  skipsAudit: true,
  run: async ({ tx, actor, now }, { content: sentContent, ...written }) => {
    const { articleId, tab, attempt } = written
    const content = await followRenames(tx, sentContent)
    const story = await lockStory(tx, articleId)
    if (!story) return 'noSuchStory'
    const readRefusal = checkRead(actor, story)
    if (readRefusal) return readRefusal
    const editSession = { actor, tab, now }
    const ref = { change: unseen, story: { id: articleId, version: story.version } }
    const saveAsConflictCopy = async (reason: Refusal) => ({
      ...ref,
      refusal: reason,
      conflictCopyId: await keepConflictCopy(tx, written, content, editSession),
    })
    const refusal = checkWrite(actor, story)
    if (refusal) return saveAsConflictCopy(refusal)
    const copy = await openCopy(tx, story, now)
    if (copy.attempts.includes(attempt) || isSameContent(copy.content, content))
      return { ...ref, copyVersion: copy.version, savedAt: copy.savedAt }
    if (!holdsLock(copy, editSession) && !(await isLockFree(tx, copy, now)))
      return saveAsConflictCopy('lockedElsewhere')
    if (!isOnCopy(copy, written)) return saveAsConflictCopy('outdated')
    if (!holdsLock(copy, editSession)) await acquireLock(tx, articleId, editSession)
    const copyVersion = await writeCopy(tx, copy, written, content, editSession)
    await removeConflictCopy(tx, written, editSession)
    await updateListFields(tx, story, content, now)
    return { ...ref, copyVersion, savedAt: now }
  },
})

/** Moves the edit lock from the tab that the user saw holding it to this tab. The previous holder is notified at once. */
export const takeOverLock = defineCommand({
  name: 'takeOverLock',
  permission: 'write',
  input: takeOverInput,
  run: async ({ tx, actor, now }, { articleId, tab, from }) => {
    const story = await lockStory(tx, articleId)
    if (!story) return 'noSuchStory'
    const refusal = checkWrite(actor, story)
    if (refusal) return refusal
    const editSession = { actor, tab, now }
    const copy = await openCopy(tx, story, now)
    const isUnchangedHolder = copy.lockHolderTab === from || (await isLockFree(tx, copy, now))
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

/**
 * Resolves a conflict copy. The chosen content becomes the working copy, whose content becomes a revision; without chosen content the working copy stays
 * unchanged. To choose content, the user needs the edit lock. Users without permission to write may discard only their
 * own text.
 */
export const resolveConflict = defineCommand({
  name: 'resolveConflict',
  permission: 'write',
  input: resolveConflictInput,
  run: async ({ tx, actor, now }, { content: sentContent, conflictCopyId, ...written }) => {
    const { articleId, tab } = written
    const content = sentContent && (await followRenames(tx, sentContent))
    const story = await lockStory(tx, articleId)
    if (!story) return 'noSuchStory'
    const readRefusal = checkRead(actor, story)
    if (readRefusal) return readRefusal
    const conflictCopy = await tx.conflictCopy.findFirst({
      where: { id: conflictCopyId, articleId, resolvedAt: null },
    })
    if (!conflictCopy) return 'noSuchConflictCopy'
    const refusal = checkWrite(actor, story)
    if (refusal && (content || conflictCopy.byId !== actor.id)) return refusal
    const editSession = { actor, tab, now }
    if (content) {
      const copy = await openCopy(tx, story, now)
      if (!holdsLock(copy, editSession)) return 'lockedElsewhere'
      if (!isOnCopy(copy, written)) return 'outdated'
      await writeCopy(tx, copy, written, content, editSession, true)
      await updateListFields(tx, story, content, now)
    }
    await tx.conflictCopy.update({ where: { id: conflictCopyId }, data: { resolvedAt: now } })
    return {
      change: unseen,
      story: { id: articleId, version: story.version },
      open: await openStory(tx, articleId, now),
    }
  },
})

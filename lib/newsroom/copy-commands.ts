import 'server-only'
import type { z } from 'zod'
import { addStory } from '@/lib/articles/commands'
import { whyNotRead, whyNotWrite } from '@/lib/articles/life'
import { lockStory, type StoryDone } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Change } from '@/lib/cache-tags'
import { holdCategory } from '@/lib/categories/moved-category'
import type { Db, DbSession } from '@/lib/db/client'
import type { Outcome, Refusal } from '@/lib/outcome'
import { commitWorkingCopy } from './commit'
import { blankContent, isSameContent } from './content'
import { openStory } from './copy-queries'
import { carryOver, isOnCopy, park, showInLists, unpark, writeCopy } from './copy-save'
import {
  commitInput,
  hereInput,
  newStoryInput,
  openInput,
  saveCopyInput,
  settleParkedInput,
  takeOverInput,
} from './input'
import { beginCopy, beLeaving, bePresent, givePen, holdsPen, isPenFree } from './pen'
import type { OpenStory } from './working-copy'

// Nothing that a reader's document shows.
const unseen: Change = { kind: 'article', before: null, after: null }

type OpenDone = StoryDone & { open: OpenStory }
type SavedDone = StoryDone & { copyVersion: number; savedAt: Date }
type ParkedDone = StoryDone & { why: Refusal; parkedId: number }

/** The slug of the masthead's first category; '' while there is none. */
async function findFirstDesk(session: DbSession): Promise<string> {
  const first = await session.category.findFirst({
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
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'newStory',
    deed: 'draft',
    schema: newStoryInput,
    input,
    run: async (session, { key, category: slug }, by) => {
      const importKey = `form:${by.id}:${key}`
      // Both of two clicks find the first one's story.
      await session.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importKey}, 0))`
      const same = await session.article.findUnique({ where: { importKey } })
      if (same) return { change: unseen, story: { id: same.id, version: same.version } }
      const category = await holdCategory(session, slug ?? (await findFirstDesk(session)))
      if (!category) return 'noSuchCategory'
      const id = await addStory(session, {
        ...blankContent(category.slug),
        ...{ kicker: null, standfirst: null, dateline: null },
        categoryId: category.id,
        status: 'draft',
        publishedAt: now,
        importKey,
        by,
        reason: 'drafted',
      })
      return { change: unseen, story: { id, version: 1 } }
    },
  })
}

/**
 * The story is open before `actor` in a tab of theirs. Whoever may write and comes first has the pen; for the others the
 * text is to read along.
 */
export function openWorkingCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof openInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return perform(db, actor, {
    act: 'openWorkingCopy',
    deed: 'write',
    schema: openInput,
    input,
    isQuiet: true,
    run: async (session, { articleId, tab, was }, by) => {
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const refusal = whyNotRead(by, story)
      if (refusal) return refusal
      const seat = { by, tab, now }
      await bePresent(session, articleId, seat)
      if (!whyNotWrite(by, story)) {
        const copy = await beginCopy(session, story, now)
        const isMine = holdsPen(copy, seat) || (was && holdsPen(copy, { by, tab: was }))
        if (isMine || (await isPenFree(session, copy, now))) await givePen(session, articleId, seat)
      }
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(session, articleId, now),
      }
    },
  })
}

/** They still have the story open. */
export function stayPresent(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof hereInput>,
  now: Date,
) {
  return presence(db, actor, input, 'stayPresent', (session, { articleId, tab }, by) =>
    bePresent(session, articleId, { by, tab, now }),
  )
}

/** They close the story, or their line is cut; a tab that is back in a moment has not left. */
export function leaveStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof hereInput>,
  now: Date,
) {
  return presence(db, actor, input, 'leaveStory', (session, { articleId, tab }, by) =>
    beLeaving(session, articleId, { by, tab, now }),
  )
}

function presence(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof hereInput>,
  act: string,
  write: (session: DbSession, input: z.output<typeof hereInput>, by: Actor) => Promise<void>,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act,
    deed: 'write',
    schema: hereInput,
    input,
    isQuiet: true,
    run: async (session, place, by) => {
      const story = await session.article.findUnique({
        where: { id: place.articleId },
        select: { id: true, version: true, ownerId: true },
      })
      if (!story) return 'noSuchStory'
      const refusal = whyNotRead(by, story)
      if (refusal) return refusal
      await write(session, place, by)
      return { change: unseen, story: { id: story.id, version: story.version } }
    },
  })
}

/** How a save of a working copy ended. What was refused for its hour or its place is kept all the same: `parkedId`. */
export type SaveOutcome =
  | { ok: true; copyVersion: number; savedAt: Date }
  | { ok: false; reason: Refusal; fields?: string[]; parkedId?: number }

/**
 * What is being written of a story, as often as its writer pauses. No revision, no line in the trail, nothing for
 * readers. Refused, and put aside, when somebody else wrote since, or has the pen. Sent again under the same attempt it
 * is what it was.
 */
export async function saveWorkingCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof saveCopyInput>,
  now: Date,
): Promise<SaveOutcome> {
  const outcome = await perform<typeof saveCopyInput, SavedDone | ParkedDone>(db, actor, {
    act: 'saveWorkingCopy',
    deed: 'write',
    schema: saveCopyInput,
    input,
    isQuiet: true,
    run: async (session, { content: given, ...written }, by) => {
      const { articleId, tab, attempt } = written
      const content = await carryOver(session, given)
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const stranger = whyNotRead(by, story)
      if (stranger) return stranger
      const seat = { by, tab, now }
      const ref = { change: unseen, story: { id: articleId, version: story.version } }
      const putAside = async (why: Refusal) => ({
        ...ref,
        why,
        parkedId: await park(session, written, content, seat),
      })
      const refusal = whyNotWrite(by, story)
      if (refusal) return putAside(refusal)
      const copy = await beginCopy(session, story, now)
      if (copy.attempts.includes(attempt) || isSameContent(copy.content, content))
        return { ...ref, copyVersion: copy.version, savedAt: copy.savedAt }
      if (!holdsPen(copy, seat) && !(await isPenFree(session, copy, now)))
        return putAside('penElsewhere')
      if (!isOnCopy(copy, written)) return putAside('outdated')
      if (!holdsPen(copy, seat)) await givePen(session, articleId, seat)
      const copyVersion = await writeCopy(session, copy, written, content, seat)
      await unpark(session, written, seat)
      await showInLists(session, story, content, now)
      return { ...ref, copyVersion, savedAt: now }
    },
  })
  if (!outcome.ok) return outcome
  return 'parkedId' in outcome
    ? { ok: false, reason: outcome.why, parkedId: outcome.parkedId }
    : { ok: true, copyVersion: outcome.copyVersion, savedAt: outcome.savedAt }
}

/** The pen passes, from the tab it was seen in, to this one. Whoever had it sees that at once. */
export function takeOver(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof takeOverInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return perform(db, actor, {
    act: 'takeOver',
    deed: 'write',
    schema: takeOverInput,
    input,
    run: async (session, { articleId, tab, from }, by) => {
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const refusal = whyNotWrite(by, story)
      if (refusal) return refusal
      const seat = { by, tab, now }
      const copy = await beginCopy(session, story, now)
      const isAsSeen = copy.holderTab === from || (await isPenFree(session, copy, now))
      if (!isAsSeen && !holdsPen(copy, seat)) return 'outdated'
      await bePresent(session, articleId, seat)
      await givePen(session, articleId, seat)
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(session, articleId, now),
      }
    },
  })
}

/**
 * Somebody chose, between a text that was put aside and the working copy. What they chose is the working copy from now
 * on; without it the copy stays. Their own text anybody may let go; to write they need the pen.
 */
export function settleParked(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof settleParkedInput>,
  now: Date,
): Promise<Outcome<OpenDone>> {
  return perform(db, actor, {
    act: 'settleParked',
    deed: 'write',
    schema: settleParkedInput,
    input,
    run: async (session, { content: given, parkedId, ...written }, by) => {
      const { articleId, tab } = written
      const content = given && (await carryOver(session, given))
      const story = await lockStory(session, articleId)
      if (!story) return 'noSuchStory'
      const stranger = whyNotRead(by, story)
      if (stranger) return stranger
      const parked = await session.parkedCopy.findFirst({
        where: { id: parkedId, articleId, settledAt: null },
      })
      if (!parked) return 'noSuchParked'
      const refusal = whyNotWrite(by, story)
      if (refusal && (content || parked.byId !== by.id)) return refusal
      const seat = { by, tab, now }
      if (content) {
        const copy = await beginCopy(session, story, now)
        if (!holdsPen(copy, seat)) return 'penElsewhere'
        if (!isOnCopy(copy, written)) return 'outdated'
        await writeCopy(session, copy, written, content, seat)
        await showInLists(session, story, content, now)
      }
      await session.parkedCopy.update({ where: { id: parkedId }, data: { settledAt: now } })
      return {
        change: unseen,
        story: { id: articleId, version: story.version },
        open: await openStory(session, articleId, now),
      }
    },
  })
}

/**
 * What was written becomes the story's words: a revision. Of a story that readers have it is what they read from now on,
 * without a word to them, as `tidyStory`.
 */
export function commitCopy(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof commitInput>,
  now: Date,
): Promise<Outcome<StoryDone>> {
  return perform(db, actor, {
    act: 'commitCopy',
    deed: 'tidy',
    schema: commitInput,
    input,
    run: (session, { why, ...ref }, by) =>
      commitWorkingCopy(session, { actor: by, now }, ref, (story) => {
        const refusal = whyNotWrite(by, story)
        return refusal ?? { data: {}, reason: why ? `tidied: ${why}` : 'tidied' }
      }),
  })
}

import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import { holdCategory } from '@/lib/categories/moved-category'
import type { Db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { followNames } from '@/lib/people/moved-names'
import { addStory } from './commands'
import { findUnknownTie, saveOf } from './edit'
import { draftInput, noteInput, tidyInput } from './input'
import { whyNotPublic, whyNotWrite } from './life'
import { type StoryDone, saveStory } from './save'

/** A new draft; readers see nothing of it. */
export function draftStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof draftInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'draftStory',
    deed: 'draft',
    schema: draftInput,
    input,
    run: async (session, { category: slug, ...given }, by): Promise<StoryDone | Refusal> => {
      const category = await holdCategory(session, slug)
      if (!category) return 'noSuchCategory'
      const story = await followNames(session, given)
      const refusal = await findUnknownTie(session, story)
      if (refusal) return refusal
      const id = await addStory(session, {
        ...story,
        contributorIds: story.contributorIds ?? [],
        topicIds: story.topicIds ?? [],
        sourceId: story.sourceId ?? null,
        leadImageId: story.leadImageId ?? null,
        categoryId: category.id,
        status: 'draft',
        publishedAt: now,
        by,
        reason: 'drafted',
      })
      return { change: { kind: 'article', before: null, after: null }, story: { id, version: 1 } }
    },
  })
}

/**
 * Changes a story without a word to readers: what nobody could have misunderstood, or what nobody has seen yet. A
 * published story's time of change stays as it is.
 */
export function tidyStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof tidyInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'tidyStory',
    deed: 'tidy',
    schema: tidyInput,
    input,
    run: (session, { id, expectedVersion, ...edit }, by) =>
      saveStory(
        session,
        { actor: by, now },
        { id, expectedVersion },
        (story) => whyNotWrite(by, story) ?? saveOf(session, id, edit, 'tidied'),
      ),
  })
}

/**
 * Tells readers that a published story was corrected or brought up to date, and changes it in the same save where the
 * input says how. The note is appended and never edited; `notedChangeAt`, the “আপডেট” of the page, moves.
 */
export function noteChange(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof noteInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'noteChange',
    deed: 'note',
    schema: noteInput,
    input,
    run: (session, { id, expectedVersion, kind, note, ...edit }, by) =>
      saveStory(session, { actor: by, now }, { id, expectedVersion }, async (story) => {
        const refusal = whyNotPublic(story, now)
        if (refusal) return refusal
        const save = await saveOf(session, id, edit, kind)
        if (typeof save === 'string') return save
        return {
          ...save,
          data: { ...save.data, notedChangeAt: now },
          beside: async () => {
            await save.beside?.()
            await session.correction.create({ data: { articleId: id, kind, note, at: now } })
          },
        }
      }),
  })
}

import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { lockCategory } from '@/lib/categories/lock-category'
import { draftInput, editStoryInput, noteChangeInput } from '@/lib/content-model/input'
import type { Db } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { addStory } from './add-story'
import { type StoryResult, saveStory } from './save-story'
import { checkReferences, toStoryUpdate } from './story-edit'
import { checkPublic, checkWrite } from './workflow'

/** A new draft; readers see nothing of it. */
export function draftStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof draftInput>,
  now: Date,
) {
  return runCommand(db, actor, {
    name: 'draftStory',
    permission: 'draft',
    schema: draftInput,
    input,
    run: async (tx, { category: slug, ...content }, actor): Promise<StoryResult | Refusal> => {
      const category = await lockCategory(tx, slug)
      if (!category) return 'noSuchCategory'
      const story = await resolveMergedNames(tx, content)
      const refusal = await checkReferences(tx, story)
      if (refusal) return refusal
      const id = await addStory(tx, {
        ...story,
        contributorIds: story.contributorIds ?? [],
        topicIds: story.topicIds ?? [],
        sourceId: story.sourceId ?? null,
        leadImageId: story.leadImageId ?? null,
        categoryId: category.id,
        status: 'draft',
        publishedAt: now,
        actor,
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
export function editStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof editStoryInput>,
  now: Date,
) {
  return runCommand(db, actor, {
    name: 'tidyStory',
    permission: 'tidy',
    schema: editStoryInput,
    input,
    run: (tx, { id, expectedVersion, ...edit }, actor) =>
      saveStory(
        tx,
        { actor: actor, now },
        { id, expectedVersion },
        (story) => checkWrite(actor, story) ?? toStoryUpdate(tx, id, edit, 'tidied'),
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
  input: z.input<typeof noteChangeInput>,
  now: Date,
) {
  return runCommand(db, actor, {
    name: 'noteChange',
    permission: 'note',
    schema: noteChangeInput,
    input,
    run: (tx, { id, expectedVersion, kind, note, ...edit }, actor) =>
      saveStory(tx, { actor: actor, now }, { id, expectedVersion }, async (story) => {
        const refusal = checkPublic(story, now)
        if (refusal) return refusal
        const update = await toStoryUpdate(tx, id, edit, kind)
        if (typeof update === 'string') return update
        return {
          ...update,
          data: { ...update.data, notedChangeAt: now },
          sideEffects: async () => {
            await update.sideEffects?.()
            await tx.correction.create({ data: { articleId: id, kind, note, at: now } })
          },
        }
      }),
  })
}

import 'server-only'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { draftInput, editStoryInput, noteChangeInput } from '@/lib/content-model/input'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { addStory } from './add-story'
import { saveStory } from './save-story'
import { checkReferences, toStoryUpdate } from './story-edit'
import { checkPublic, checkWrite } from './workflow'

/** A new draft; readers see nothing of it. */
export const draftStory = defineCommand({
  name: 'draftStory',
  permission: 'draft',
  input: draftInput,
  run: async ({ tx, actor, now }, { category: slug, ...content }) => {
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

/**
 * Changes a story without a word to readers: what nobody could have misunderstood, or what nobody has seen yet. A
 * published story's time of change stays as it is.
 */
export const editStory = defineCommand({
  name: 'tidyStory',
  permission: 'tidy',
  input: editStoryInput,
  run: ({ tx, actor, now }, { id, expectedVersion, ...edit }) =>
    saveStory(
      tx,
      { actor: actor, now },
      { id, expectedVersion },
      (story) => checkWrite(actor, story) ?? toStoryUpdate(tx, id, edit, 'tidied'),
    ),
})

/**
 * Tells readers that a published story was corrected or brought up to date, and changes it in the same save where the
 * input says how. The note is appended and never edited; `notedChangeAt`, the “আপডেট” of the page, moves.
 */
export const noteChange = defineCommand({
  name: 'noteChange',
  permission: 'note',
  input: noteChangeInput,
  run: ({ tx, actor, now }, { id, expectedVersion, kind, note, ...edit }) =>
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

import 'server-only'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { draftInput, editStoryInput } from '@/lib/content-model/input'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { addStory } from './add-story'
import { lockVersion, writeStory } from './save-story'
import { checkReferences, toStoryUpdate } from './story-edit'
import { checkWrite } from './workflow'

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
 * Changes a story without a notice to readers: what nobody could have misunderstood, or what nobody has seen yet. A
 * published story's time of change stays as it is.
 */
export const editStory = defineCommand({
  name: 'editStory',
  permission: 'edit',
  input: editStoryInput,
  run: async ({ tx, actor, now }, { id, expectedVersion, ...edit }) => {
    const story = await lockVersion(tx, { id, expectedVersion })
    if (typeof story === 'string') return story
    const refusal = checkWrite(actor, story)
    if (refusal) return refusal
    const update = await toStoryUpdate(tx, edit, 'edited')
    return typeof update === 'string' ? update : writeStory(tx, { actor, now }, story, update)
  },
})

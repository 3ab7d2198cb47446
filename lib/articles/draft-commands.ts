import 'server-only'
import { lockCategory } from '@/lib/categories/lock-category'
import { defineCommand } from '@/lib/commands/command'
import { draftInput } from '@/lib/content-model/input'
import { resolveMergedNames } from '@/lib/taxonomy/merged-names'
import { addStory } from './add-story'
import { checkReferences } from './story-edit'

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
      leadWords: story.leadWords,
      categoryId: category.id,
      status: 'draft',
      publishedAt: now,
      actor,
      reason: 'drafted',
    })
    return { change: { kind: 'article', before: null, after: null }, story: { id, version: 1 } }
  },
})

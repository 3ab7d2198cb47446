import 'server-only'
import { lockVersion, writeStory } from '@/lib/articles/save-story'
import { checkTrash, checkWrite } from '@/lib/articles/workflow'
import { defineCommand } from '@/lib/commands/command'
import { storyRef } from '@/lib/content-model/input'

/** A story goes into the trash, with all that was written of it: nobody writes in it there, nor publishes it. */
export const trashStory = defineCommand({
  name: 'trashStory',
  permission: 'trash',
  input: storyRef,
  run: async ({ tx, actor, now }, ref) => {
    const story = await lockVersion(tx, { actor, permission: 'trash' }, ref)
    if (typeof story === 'string') return story
    const refusal = checkWrite(actor, story) ?? checkTrash(story)
    if (refusal) return refusal
    return writeStory(tx, { actor, now }, story, { data: { trashedAt: now }, reason: 'trashed' })
  },
})

/** The story is restored unchanged. */
export const untrashStory = defineCommand({
  name: 'untrashStory',
  permission: 'trash',
  input: storyRef,
  run: async ({ tx, actor, now }, ref) => {
    const story = await lockVersion(tx, { actor, permission: 'trash' }, ref)
    if (typeof story === 'string') return story
    if (!story.trashedAt) return 'notTrashed'
    return writeStory(tx, { actor, now }, story, { data: { trashedAt: null }, reason: 'untrashed' })
  },
})

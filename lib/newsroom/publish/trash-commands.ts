import 'server-only'
import { saveStory } from '@/lib/articles/save-story'
import { checkRead, checkTrash, checkWrite } from '@/lib/articles/workflow'
import { defineCommand } from '@/lib/commands/command'
import { storyRef } from '@/lib/content-model/input'

/** A story goes into the trash, with all that was written of it: nobody writes in it there, nor publishes it. */
export const trashStory = defineCommand({
  name: 'trashStory',
  permission: 'trash',
  input: storyRef,
  run: ({ tx, actor, now }, ref) =>
    saveStory(tx, { actor: actor, now }, ref, (story) => {
      const refusal = checkWrite(actor, story) ?? checkTrash(story)
      return refusal ?? { data: { trashedAt: now }, reason: 'trashed' }
    }),
})

/** It comes out as it went in. */
export const untrashStory = defineCommand({
  name: 'untrashStory',
  permission: 'trash',
  input: storyRef,
  run: ({ tx, actor, now }, ref) =>
    saveStory(tx, { actor: actor, now }, ref, (story) => {
      const refusal = checkRead(actor, story)
      if (refusal) return refusal
      if (!story.trashedAt) return 'notTrashed'
      return { data: { trashedAt: null }, reason: 'untrashed' }
    }),
})

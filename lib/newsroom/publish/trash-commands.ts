import 'server-only'
import type { z } from 'zod'
import { saveStory } from '@/lib/articles/save-story'
import { checkRead, checkTrash, checkWrite } from '@/lib/articles/workflow'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import { storyRef } from '@/lib/content-model/input'
import type { Db } from '@/lib/db/client'

/** A story goes into the trash, with all that was written of it: nobody writes in it there, nor publishes it. */
export function trashStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof storyRef>,
  now: Date,
) {
  return runCommand(db, actor, {
    name: 'trashStory',
    permission: 'trash',
    schema: storyRef,
    input,
    run: (tx, ref, actor) =>
      saveStory(tx, { actor: actor, now }, ref, (story) => {
        const refusal = checkWrite(actor, story) ?? checkTrash(story)
        return refusal ?? { data: { trashedAt: now }, reason: 'trashed' }
      }),
  })
}

/** It comes out as it went in. */
export function untrashStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof storyRef>,
  now: Date,
) {
  return runCommand(db, actor, {
    name: 'untrashStory',
    permission: 'trash',
    schema: storyRef,
    input,
    run: (tx, ref, actor) =>
      saveStory(tx, { actor: actor, now }, ref, (story) => {
        const refusal = checkRead(actor, story)
        if (refusal) return refusal
        if (!story.trashedAt) return 'notTrashed'
        return { data: { trashedAt: null }, reason: 'untrashed' }
      }),
  })
}

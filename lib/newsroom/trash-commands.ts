import 'server-only'
import type { z } from 'zod'
import { storyRef } from '@/lib/articles/input'
import { whyNotRead, whyNotTrash, whyNotWrite } from '@/lib/articles/life'
import { saveStory } from '@/lib/articles/save'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { Db } from '@/lib/db/client'

/** A story goes into the trash, with all that was written of it: nobody writes in it there, nor publishes it. */
export function trashStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof storyRef>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'trashStory',
    deed: 'trash',
    schema: storyRef,
    input,
    run: (session, ref, by) =>
      saveStory(session, { actor: by, now }, ref, (story) => {
        const refusal = whyNotWrite(by, story) ?? whyNotTrash(story)
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
  return perform(db, actor, {
    act: 'untrashStory',
    deed: 'trash',
    schema: storyRef,
    input,
    run: (session, ref, by) =>
      saveStory(session, { actor: by, now }, ref, (story) => {
        const refusal = whyNotRead(by, story)
        if (refusal) return refusal
        if (!story.trashedAt) return 'notTrashed'
        return { data: { trashedAt: null }, reason: 'untrashed' }
      }),
  })
}

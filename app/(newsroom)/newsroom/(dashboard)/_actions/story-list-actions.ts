'use server'

import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { restoreStory } from '@/lib/newsroom/publish/publish-commands'
import { untrashStory } from '@/lib/newsroom/publish/trash-commands'
import { doneAddress } from '@/lib/newsroom/story-lists/list-address'

const storyOf = (form: FormData) => ({
  id: Number(formText(form, 'id')),
  expectedVersion: Number(formText(form, 'version')),
})

/** Publishes a withdrawn story again. */
export async function restoreAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAs(restoreStory, await currentActor(), storyOf(form))
  if (!outcome.ok) return refusedState(outcome)
  redirect(doneAddress('withdrawn', outcome.story.id))
}

/** Restores a story from the trash unchanged. */
export async function untrashFromListAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAs(untrashStory, await currentActor(), storyOf(form))
  if (!outcome.ok) return refusedState(outcome)
  redirect(doneAddress('trash', outcome.story.id))
}

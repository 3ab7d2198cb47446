'use server'

import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { newStory } from '@/lib/newsroom/draft/working-copy-commands'

export async function newStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const category = formText(form, 'category')
  const sent = { key: formText(form, 'key'), ...(category && { category }) }
  const outcome = await runAs(newStory, await currentActor(), sent)
  if (!outcome.ok) return refusedState(outcome, { category })
  redirect(storyPath(outcome.story.id))
}

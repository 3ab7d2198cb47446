'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/newsroom/forms/form-state'
import { formStateOf, formText } from '@/components/newsroom/forms/form-state'
import { runAction } from '@/lib/auth/run-action'
import { currentActor } from '@/lib/auth/session'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { newStory } from '@/lib/newsroom/draft/working-copy-commands'

export async function newStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const category = formText(form, 'category')
  const sent = { key: formText(form, 'key'), ...(category && { category }) }
  const outcome = await runAction(newStory, await currentActor(), sent)
  if (!outcome.ok) return formStateOf(outcome, { category })
  redirect(storyPath(outcome.story.id))
}

'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/newsroom/form-state'
import { formStateOf, textOf } from '@/components/newsroom/form-state'
import { carryOut } from '@/lib/auth/carry-out'
import { currentActor } from '@/lib/auth/session'
import { newStory } from '@/lib/newsroom/copy-commands'
import { storyPath } from '@/lib/newsroom/working-copy'

export async function newStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const category = textOf(form, 'category')
  const sent = { key: textOf(form, 'key'), ...(category && { category }) }
  const outcome = await carryOut(newStory, await currentActor(), sent)
  if (!outcome.ok) return formStateOf(outcome, { category })
  redirect(storyPath(outcome.story.id))
}

'use server'

import { redirect } from 'next/navigation'
import { type FormState, formStateOf, textOf } from '@/components/newsroom/form-state'
import { restoreStory } from '@/lib/articles/publish-commands'
import { carryOut } from '@/lib/auth/carry-out'
import { currentActor } from '@/lib/auth/session'

import { doneAddress } from '@/lib/newsroom/list-address'
import { untrashStory } from '@/lib/newsroom/trash-commands'

const storyOf = (form: FormData) => ({
  id: Number(textOf(form, 'id')),
  expectedVersion: Number(textOf(form, 'version')),
})

/** A withdrawn story is given back to readers. */
export async function restoreAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await carryOut(restoreStory, await currentActor(), storyOf(form))
  if (!outcome.ok) return formStateOf(outcome)
  redirect(doneAddress('withdrawn', outcome.story.id))
}

/** A story comes out of the trash as it went in. */
export async function untrashAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await carryOut(untrashStory, await currentActor(), storyOf(form))
  if (!outcome.ok) return formStateOf(outcome)
  redirect(doneAddress('trash', outcome.story.id))
}

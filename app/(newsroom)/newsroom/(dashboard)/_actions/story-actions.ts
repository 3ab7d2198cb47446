'use server'

import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { readNumber } from '@/lib/content-model/article'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { trashStory, untrashStory } from '@/lib/newsroom/publish/trash-commands'
import { restoreRevision } from '@/lib/newsroom/revisions/revision-commands'

const refOf = (form: FormData) => ({
  id: readNumber(formText(form, 'id')),
  expectedVersion: readNumber(formText(form, 'version')),
})

/** Restores an earlier revision into the working copy. The story's page confirms it. */
export async function restoreRevisionAction(_: FormState, form: FormData): Promise<FormState> {
  const sent = { ...refOf(form), number: readNumber(formText(form, 'number')) }
  const outcome = await runAs(restoreRevision, await currentActor(), sent)
  if (!outcome.ok) return refusedState(outcome)
  redirect(`${storyPath(outcome.story.id)}?restored=${sent.number}`)
}

/** Makes a revision of the working copy. */
export async function saveRevisionAction(_: FormState, form: FormData): Promise<FormState> {
  const why = formText(form, 'why')
  const copyVersion = Number(formText(form, 'copyVersion'))
  const sent = { ...refOf(form), copyVersion, ...(why.trim() && { why }) }
  const outcome = await runAs(editStory, await currentActor(), sent)
  return outcome.ok ? null : refusedState(outcome, { why })
}

export async function trashAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAs(trashStory, await currentActor(), refOf(form))
  return outcome.ok ? null : refusedState(outcome)
}

export async function untrashAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAs(untrashStory, await currentActor(), refOf(form))
  return outcome.ok ? null : refusedState(outcome)
}

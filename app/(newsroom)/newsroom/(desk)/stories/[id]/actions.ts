'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/newsroom/form-state'
import { formStateOf, textOf } from '@/components/newsroom/form-state'
import { readNumber } from '@/lib/articles/article'
import { carryOut } from '@/lib/auth/carry-out'
import { currentActor } from '@/lib/auth/session'
import { commitCopy } from '@/lib/newsroom/copy-commands'
import { restoreRevision } from '@/lib/newsroom/revision-commands'
import { trashStory, untrashStory } from '@/lib/newsroom/trash-commands'
import { storyPath } from '@/lib/newsroom/working-copy'

const refOf = (form: FormData) => ({
  id: readNumber(textOf(form, 'id')),
  expectedVersion: readNumber(textOf(form, 'version')),
})

/** An earlier revision is the story's text again. */
export async function restoreRevisionAction(_: FormState, form: FormData): Promise<FormState> {
  const sent = { ...refOf(form), number: readNumber(textOf(form, 'number')) }
  const outcome = await carryOut(restoreRevision, await currentActor(), sent)
  if (!outcome.ok) return formStateOf(outcome)
  redirect(storyPath(outcome.story.id))
}

/** What is written becomes a revision. */
export async function keepRevisionAction(_: FormState, form: FormData): Promise<FormState> {
  const why = textOf(form, 'why')
  const copyVersion = Number(textOf(form, 'copyVersion'))
  const sent = { ...refOf(form), copyVersion, ...(why.trim() && { why }) }
  const outcome = await carryOut(commitCopy, await currentActor(), sent)
  return outcome.ok ? null : formStateOf(outcome, { why })
}

export async function trashAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await carryOut(trashStory, await currentActor(), refOf(form))
  return outcome.ok ? null : formStateOf(outcome)
}

export async function untrashAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await carryOut(untrashStory, await currentActor(), refOf(form))
  return outcome.ok ? null : formStateOf(outcome)
}

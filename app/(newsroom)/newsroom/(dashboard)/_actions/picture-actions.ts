'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { readNumber } from '@/lib/content-model/article'
import { deletePicture, describePicture } from '@/lib/media/commands'
import { libraryPath, pictureOwnPath } from '@/lib/media/library/library'

const textFields = ['alt', 'caption', 'credit']

// The command's schema refuses a value that is not a number.
const percent = (form: FormData, name: string) => Number(formText(form, name) || Number.NaN) / 100

export async function describePictureAction(_: FormState, form: FormData): Promise<FormState> {
  const words = Object.fromEntries(textFields.map((name) => [name, formText(form, name)]))
  const sent = {
    ...words,
    id: readNumber(formText(form, 'id')),
    focalX: percent(form, 'focalX'),
    focalY: percent(form, 'focalY'),
  }
  const outcome = await runAs(describePicture, await currentActor(), sent)
  if (!outcome.ok) return refusedState(outcome)
  revalidatePath(pictureOwnPath(outcome.picture.id))
  return doneState('saved')
}

export async function deletePictureAction(_: FormState, form: FormData): Promise<FormState> {
  const sent = { id: readNumber(formText(form, 'id')) }
  const outcome = await runAs(deletePicture, await currentActor(), sent)
  if (!outcome.ok) return refusedState(outcome)
  redirect(libraryPath)
}

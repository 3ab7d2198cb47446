'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, formStateOf, textOf } from '@/components/newsroom/form-state'
import { currentActor } from '@/lib/auth/session'
import { retryQueuedJob } from '@/lib/jobs/queue-commands'

export async function retryJobAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await retryQueuedJob(await currentActor(), { id: textOf(form, 'id') })
  if (!outcome.ok) return formStateOf(outcome)
  revalidatePath('/newsroom/jobs')
  return null
}

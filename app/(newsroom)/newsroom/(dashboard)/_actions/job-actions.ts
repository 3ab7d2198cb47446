'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { runAsCurrentUser } from '@/lib/commands/run-as'
import { retryJob } from '@/lib/queue/queue-commands'

export async function retryJobAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAsCurrentUser(retryJob, { id: formText(form, 'id') })
  if (!outcome.ok) return refusedState(outcome)
  revalidatePath('/newsroom/jobs')
  return null
}

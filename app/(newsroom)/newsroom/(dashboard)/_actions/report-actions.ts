'use server'

import { redirect } from 'next/navigation'
import { type FormState, formText, refusedState } from '@/components/newsroom/forms/form-state'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { reportsPath } from '@/lib/newsroom/draft/working-copy'
import { handleReport } from '@/lib/reports/commands'

/** Marks a reader's report as handled. */
export async function handleReportAction(_: FormState, form: FormData): Promise<FormState> {
  const sent = { id: Number(formText(form, 'id')) }
  const outcome = await runAs(handleReport, await currentActor(), sent)
  if (!outcome.ok) return refusedState(outcome)
  redirect(reportsPath(outcome.story.id))
}

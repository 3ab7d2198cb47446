'use server'

import { refresh } from 'next/cache'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import type { TwoStepRule } from '@/lib/auth/two-step-rule'
import { readDay } from '@/lib/bengali/calendar/wall-time'
import { instantOf } from '@/lib/bengali/calendar/zoned-time'
import { runAsCurrentUser } from '@/lib/commands/run-as'
import { decideSettings, editPaper } from '@/lib/paper/commands'
import { readHijriLines } from '@/lib/paper/hijri-lines'
import { type AiPolicy, type Checklist, checkNames } from '@/lib/paper/settings'

const paperFieldNames = [
  'name',
  'tagline',
  'editor',
  'publisher',
  'address',
  'phone',
  'email',
] as const

/** Those fields of a form, by their names. */
const textsOf = <Name extends string>(form: FormData, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, formText(form, name)])) as Record<Name, string>

export async function editPaperAction(_: FormState, form: FormData): Promise<FormState> {
  const words = textsOf(form, paperFieldNames)
  const typed = { ...words, hijriOffsets: formText(form, 'hijriOffsets') }
  const hijriOffsets = readHijriLines(typed.hijriOffsets)
  if (!hijriOffsets) return refusedState({ reason: 'invalid', fields: ['hijriOffsets'] }, typed)
  const outcome = await runAsCurrentUser(editPaper, { ...words, hijriOffsets })
  if (!outcome.ok) return refusedState(outcome, typed)
  refresh()
  return doneState('saved')
}

export async function decideTwoStepAction(_: FormState, form: FormData): Promise<FormState> {
  // The command's schema validates the rules.
  const twoStep = formText(form, 'twoStep') as TwoStepRule
  const typed = { twoStep, twoStepFrom: formText(form, 'twoStepFrom') }
  const day = readDay(typed.twoStepFrom)
  // Without a day, a rule would lock out at once all who have not set up two steps.
  if (!day && twoStep !== 'nobody')
    return refusedState({ reason: 'invalid', fields: ['twoStepFrom'] }, typed)
  const twoStepFrom = day && instantOf({ ...day, hour: 0, minute: 0, second: 0 }).toISOString()
  const outcome = await runAsCurrentUser(decideSettings, { twoStep, twoStepFrom })
  if (!outcome.ok) return refusedState(outcome, typed)
  refresh()
  return doneState('saved')
}

export async function decideAiCrawlersAction(_: FormState, form: FormData): Promise<FormState> {
  // The command's schema validates the policy.
  const aiCrawlers = formText(form, 'aiCrawlers') as AiPolicy
  const outcome = await runAsCurrentUser(decideSettings, { aiCrawlers })
  if (!outcome.ok) return refusedState(outcome, { aiCrawlers })
  refresh()
  return doneState('saved')
}

export async function decideChecklistAction(_: FormState, form: FormData): Promise<FormState> {
  const checklist = textsOf(form, checkNames)
  const outcome = await runAsCurrentUser(decideSettings, { checklist: checklist as Checklist })
  if (!outcome.ok) return refusedState(outcome, checklist)
  refresh()
  return doneState('saved')
}

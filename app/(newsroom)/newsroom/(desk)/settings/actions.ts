'use server'

import { refresh } from 'next/cache'
import { type ActState, doneAct, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { act } from '@/lib/auth/act'
import type { TwoStepRule } from '@/lib/auth/two-step'
import { decideSettings, editPaper } from '@/lib/paper/commands'
import { readHijriLines } from '@/lib/paper/hijri-lines'
import { type AiPolicy, type Checklist, checkNames } from '@/lib/paper/settings'

const paperWords = ['name', 'tagline', 'editor', 'publisher', 'address', 'phone', 'email'] as const

/** Those fields of a form, by their names. */
const textsOf = <Name extends string>(form: FormData, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>

export async function editPaperAction(_: ActState, form: FormData): Promise<ActState> {
  const words = textsOf(form, paperWords)
  const typed = { ...words, hijriOffsets: textOf(form, 'hijriOffsets') }
  const hijriOffsets = readHijriLines(typed.hijriOffsets)
  if (!hijriOffsets) return refusedAct({ reason: 'invalid', fields: ['hijriOffsets'] }, typed)
  const outcome = await act((db, actor) => editPaper(db, actor, { ...words, hijriOffsets }))
  if (!outcome.ok) return refusedAct(outcome, typed)
  refresh()
  return doneAct('saved')
}

export async function decideTwoStepAction(_: ActState, form: FormData): Promise<ActState> {
  // The command's own schema says which rules there are.
  const twoStep = textOf(form, 'twoStep') as TwoStepRule
  const outcome = await act((db, actor) => decideSettings(db, actor, { twoStep }))
  if (!outcome.ok) return refusedAct(outcome, { twoStep })
  refresh()
  return doneAct('saved')
}

export async function decideAiCrawlersAction(_: ActState, form: FormData): Promise<ActState> {
  // The command's own schema says which policies there are.
  const aiCrawlers = textOf(form, 'aiCrawlers') as AiPolicy
  const outcome = await act((db, actor) => decideSettings(db, actor, { aiCrawlers }))
  if (!outcome.ok) return refusedAct(outcome, { aiCrawlers })
  refresh()
  return doneAct('saved')
}

export async function decideChecklistAction(_: ActState, form: FormData): Promise<ActState> {
  const checklist = textsOf(form, checkNames)
  const outcome = await act((db, actor) =>
    decideSettings(db, actor, { checklist: checklist as Checklist }),
  )
  if (!outcome.ok) return refusedAct(outcome, checklist)
  refresh()
  return doneAct('saved')
}

'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActState, doneAct, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { act } from '@/lib/auth/act'
import { normalizeText } from '@/lib/bengali/text'
import type { Outcome } from '@/lib/outcome'
import { addContributor, addSource, addTopic } from '@/lib/people/commands'
import {
  editContributor,
  editSource,
  editTopic,
  mergeContributors,
  mergeSources,
  mergeTopics,
} from '@/lib/people/keep-commands'
import { listExactly } from '@/lib/people/keep-queries'
import { type NameKind, nameKinds } from '@/lib/people/name'

/** Which names a form is about; null for what no form of ours says. */
const kindOf = (form: FormData): NameKind | null =>
  nameKinds.find((kind) => kind === textOf(form, 'of')) ?? null
const idOf = (form: FormData) => Number(textOf(form, 'id'))
const typedIn = (form: FormData) =>
  Object.fromEntries(
    ['name', 'kind', 'slug', 'bio', 'url', 'into'].map((field) => [field, textOf(form, field)]),
  )
const invalid: ActState = refusedAct({ reason: 'invalid' })

export async function addNameAction(_: ActState, form: FormData): Promise<ActState> {
  const of = kindOf(form)
  if (!of) return invalid
  const name = textOf(form, 'name')
  const add = { contributors: addContributor, topics: addTopic, sources: addSource }[of]
  const outcome = await act((db, actor) => add(db, actor, { name }))
  if (!outcome.ok) return refusedAct(outcome, { name })
  redirect(`/newsroom/${of}/${outcome.named.id}`)
}

function edit(of: NameKind, form: FormData): Promise<Outcome> {
  const [id, name] = [idOf(form), textOf(form, 'name')]
  const slug = textOf(form, 'slug').trim()
  switch (of) {
    case 'contributors': {
      // The command's own schema says which kinds there are.
      const kind = textOf(form, 'kind') as 'person' | 'desk'
      const bio = textOf(form, 'bio')
      return act((db, actor) => editContributor(db, actor, { id, name, slug, kind, bio }))
    }
    case 'topics':
      return act((db, actor) => editTopic(db, actor, { id, name, slug }))
    case 'sources': {
      const url = textOf(form, 'url').trim() || null
      return act((db, actor) => editSource(db, actor, { id, name, url }))
    }
  }
}

export async function editNameAction(_: ActState, form: FormData): Promise<ActState> {
  const of = kindOf(form)
  if (!of) return invalid
  const outcome = await edit(of, form)
  if (!outcome.ok) return refusedAct(outcome, typedIn(form))
  refresh()
  return doneAct('saved')
}

// The last number there is: nobody's, so that the command says of a name what it says of any unknown one.
const unknown = 2_147_483_647

export async function mergeNameAction(_: ActState, form: FormData): Promise<ActState> {
  const of = kindOf(form)
  if (!of) return invalid
  const id = idOf(form)
  const into = normalizeText(textOf(form, 'into').slice(0, 500)).trim()
  const others = (await listExactly(of, into)).filter((each) => each.id !== id)
  const intoId = others[0]?.id ?? unknown
  const merge = { contributors: mergeContributors, topics: mergeTopics, sources: mergeSources }[of]
  const outcome = await act((db, actor) => merge(db, actor, { id, intoId }, new Date()))
  if (!outcome.ok) return refusedAct(outcome, typedIn(form))
  redirect(`/newsroom/${of}/${intoId}`)
}

'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import { runAsCurrentUser } from '@/lib/commands/run-as'
import type { Outcome } from '@/lib/outcome'
import { addContributor, addSource, addTopic } from '@/lib/taxonomy/commands'
import {
  editContributor,
  editSource,
  editTopic,
  mergeContributors,
  mergeSources,
  mergeTopics,
} from '@/lib/taxonomy/edit-commands'
import { type TaxonomyKind, taxonomyKinds } from '@/lib/taxonomy/taxonomy-name'

/** The kind of names that a form edits; null for an unknown value. */
const kindOf = (form: FormData): TaxonomyKind | null =>
  taxonomyKinds.find((kind) => kind === formText(form, 'of')) ?? null
const idOf = (form: FormData) => Number(formText(form, 'id'))
const typedIn = (form: FormData) =>
  Object.fromEntries(
    ['name', 'kind', 'slug', 'bio', 'url'].map((field) => [field, formText(form, field)]),
  )
const invalid: FormState = refusedState({ reason: 'invalid' })

export async function addEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const of = kindOf(form)
  if (!of) return invalid
  const name = formText(form, 'name')
  const add = {
    contributors: () => runAsCurrentUser(addContributor, { name }),
    topics: () => runAsCurrentUser(addTopic, { name }),
    sources: () => runAsCurrentUser(addSource, { name }),
  }
  const outcome = await add[of]()
  if (!outcome.ok) return refusedState(outcome, { name })
  redirect(`/newsroom/${of}/${outcome.named.id}`)
}

function edit(of: TaxonomyKind, form: FormData): Promise<Outcome> {
  const [id, name] = [idOf(form), formText(form, 'name')]
  const slug = formText(form, 'slug').trim()
  switch (of) {
    case 'contributors': {
      // The command's schema validates the kind.
      const kind = formText(form, 'kind') as 'person' | 'desk'
      const bio = formText(form, 'bio')
      return runAsCurrentUser(editContributor, { id, name, slug, kind, bio })
    }
    case 'topics':
      return runAsCurrentUser(editTopic, { id, name, slug })
    case 'sources': {
      const url = formText(form, 'url').trim() || null
      return runAsCurrentUser(editSource, { id, name, url })
    }
  }
}

export async function editEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const of = kindOf(form)
  if (!of) return invalid
  const outcome = await edit(of, form)
  if (!outcome.ok) return refusedState(outcome, typedIn(form))
  refresh()
  return doneState('saved')
}

export async function mergeEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const of = kindOf(form)
  if (!of) return invalid
  const id = idOf(form)
  const intoId = Number(formText(form, 'intoId'))
  const merge = { contributors: mergeContributors, topics: mergeTopics, sources: mergeSources }[of]
  const outcome = await runAsCurrentUser(merge, { id, intoId })
  if (!outcome.ok) return refusedState(outcome)
  redirect(`/newsroom/${of}/${intoId}`)
}

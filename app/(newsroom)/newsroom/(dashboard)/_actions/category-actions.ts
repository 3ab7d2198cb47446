'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import {
  addCategory,
  mergeCategories,
  moveCategory,
  orderCategories,
  renameCategory,
} from '@/lib/categories/commands'
import { runAsCurrentUser } from '@/lib/commands/run-as'
import type { Refusal } from '@/lib/outcome'

const pathOf = (slug: string) => `/newsroom/categories/${slug}`

export async function addCategoryAction(_: FormState, form: FormData): Promise<FormState> {
  const typed = {
    name: formText(form, 'name'),
    slug: formText(form, 'slug'),
    parent: formText(form, 'parent'),
  }
  const outcome = await runAsCurrentUser(addCategory, { ...typed, parent: typed.parent || null })
  if (!outcome.ok) return refusedState(outcome, typed)
  refresh()
  return doneState('saved')
}

export async function renameCategoryAction(_: FormState, form: FormData): Promise<FormState> {
  const slug = formText(form, 'about')
  const typed = { name: formText(form, 'name'), newSlug: formText(form, 'newSlug') }
  const outcome = await runAsCurrentUser(renameCategory, { slug, ...typed })
  if (!outcome.ok) return refusedState(outcome, typed)
  if (typed.newSlug !== slug) redirect(pathOf(typed.newSlug))
  refresh()
  return doneState('saved')
}

export async function moveCategoryAction(_: FormState, form: FormData): Promise<FormState> {
  const [slug, parent] = [formText(form, 'about'), formText(form, 'parent')]
  const outcome = await runAsCurrentUser(moveCategory, { slug, parent: parent || null })
  if (!outcome.ok) return refusedState(outcome, { parent })
  refresh()
  return doneState('saved')
}

export async function mergeCategoryAction(_: FormState, form: FormData): Promise<FormState> {
  const [slug, into] = [formText(form, 'about'), formText(form, 'into')]
  const outcome = await runAsCurrentUser(mergeCategories, { slug, into })
  if (!outcome.ok) return refusedState(outcome, { into })
  redirect(pathOf(into))
}

/** Called by script after a move by dragging or keyboard. Returns the refusal, or null. */
export async function orderCategoriesAction(
  parent: string | null,
  slugs: string[],
): Promise<Refusal | null> {
  const outcome = await runAsCurrentUser(orderCategories, { parent, slugs })
  // After a refusal the page shows the stored order.
  refresh()
  return outcome.ok ? null : outcome.reason
}

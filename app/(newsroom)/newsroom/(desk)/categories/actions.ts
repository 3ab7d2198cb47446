'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActState, doneAct, refusedAct } from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { act } from '@/lib/auth/act'
import {
  addCategory,
  mergeCategories,
  orderCategories,
  renameCategory,
} from '@/lib/categories/commands'
import type { Refusal } from '@/lib/outcome'

const pathOf = (slug: string) => `/newsroom/categories/${slug}`

export async function addCategoryAction(_: ActState, form: FormData): Promise<ActState> {
  const typed = {
    name: textOf(form, 'name'),
    slug: textOf(form, 'slug'),
    parent: textOf(form, 'parent'),
  }
  const outcome = await act((db, actor) =>
    addCategory(db, actor, { ...typed, parent: typed.parent || null }),
  )
  if (!outcome.ok) return refusedAct(outcome, typed)
  refresh()
  return doneAct('saved')
}

export async function renameCategoryAction(_: ActState, form: FormData): Promise<ActState> {
  const slug = textOf(form, 'about')
  const typed = { name: textOf(form, 'name'), newSlug: textOf(form, 'newSlug') }
  const outcome = await act((db, actor) => renameCategory(db, actor, { slug, ...typed }))
  if (!outcome.ok) return refusedAct(outcome, typed)
  if (typed.newSlug !== slug) redirect(pathOf(typed.newSlug))
  refresh()
  return doneAct('saved')
}

export async function mergeCategoryAction(_: ActState, form: FormData): Promise<ActState> {
  const [slug, into] = [textOf(form, 'about'), textOf(form, 'into')]
  const outcome = await act((db, actor) => mergeCategories(db, actor, { slug, into }, new Date()))
  if (!outcome.ok) return refusedAct(outcome, { into })
  redirect(pathOf(into))
}

/** Called by script: what was dragged or moved by key. Answers why not, or null. */
export async function orderCategoriesAction(
  parent: string | null,
  slugs: string[],
): Promise<Refusal | null> {
  const outcome = await act((db, actor) => orderCategories(db, actor, { parent, slugs }))
  // Refused, the page shows the order that stands.
  refresh()
  return outcome.ok ? null : outcome.reason
}

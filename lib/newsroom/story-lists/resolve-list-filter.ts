import 'server-only'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { type Category, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { listNamesById, suggestNames } from '@/lib/taxonomy/queries'
import type { TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import type { ListField, ListRequest } from './list-address'
import type { ListFilter } from './story-lists'

/** The resolved filter of an address. */
export type ResolvedListFilter = {
  filter: ListFilter
  categories: Category[]
  /** The writer that was meant. */
  author: TaxonomyName | null
  /** The contributors that the name may mean, when it is ambiguous. */
  authorChoices: TaxonomyName[]
  invalidFields: ListField[]
}

const listCategories = () =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })

type ResolvedAuthor = { author: TaxonomyName | null; choices: TaxonomyName[] }

async function resolveAuthor({ author, authorId }: ListRequest): Promise<ResolvedAuthor> {
  if (authorId !== null) {
    const [known] = await listNamesById('contributors', [authorId])
    return { author: known ?? null, choices: [] }
  }
  if (author === null) return { author: null, choices: [] }
  const candidates = await suggestNames('contributors', author)
  const exact = candidates.filter(({ name }) => name === normalizeText(author))
  const [only, ...others] = exact.length > 0 ? exact : candidates
  return others.length > 0
    ? { author: null, choices: candidates }
    : { author: only ?? null, choices: [] }
}

/** Looks up what the address names: its category with all under it, and its writer. */
export async function resolveListFilter(request: ListRequest): Promise<ResolvedListFilter> {
  const [categories, { author, choices }] = await Promise.all([
    listCategories(),
    resolveAuthor(request),
  ])
  const category = categories.find(({ slug }) => slug === request.category)
  const isUnknownAuthor = (request.author !== null || request.authorId !== null) && !author
  const invalidFields: ListField[] = [
    ...request.invalidFields,
    ...(request.category !== null && !category ? (['category'] as const) : []),
    ...(isUnknownAuthor && choices.length === 0 ? (['author'] as const) : []),
  ]
  return {
    filter: {
      ...request.filter,
      ...(category
        ? { categoryIds: withDescendants(categories, category).map(({ id }) => id) }
        : {}),
      ...(author ? { contributorId: author.id } : {}),
    },
    categories,
    author,
    authorChoices: choices,
    invalidFields,
  }
}

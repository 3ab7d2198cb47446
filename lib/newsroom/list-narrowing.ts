import 'server-only'
import { normalizeText } from '@/lib/bengali/text'
import { type Category, withDescendants } from '@/lib/categories/category'
import { db } from '@/lib/db/client'
import type { Named } from '@/lib/people/name'
import { listNamed, listNames } from '@/lib/people/queries'
import type { ListField, ListRequest } from './list-address'
import type { ListFilter } from './lists'

/** What an address comes to in this paper. */
export type Narrowing = {
  filter: ListFilter
  categories: Category[]
  /** The writer that was meant. */
  author: Named | null
  /** Those who may have been meant, when it is not clear. */
  authorChoices: Named[]
  faulty: ListField[]
}

const listCategories = () =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })

type Meant = { author: Named | null; choices: Named[] }

async function whoIsMeant({ author, authorId }: ListRequest): Promise<Meant> {
  if (authorId !== null) {
    const [known] = await listNamed('contributors', [authorId])
    return { author: known ?? null, choices: [] }
  }
  if (author === null) return { author: null, choices: [] }
  const likely = await listNames('contributors', author)
  const exact = likely.filter(({ name }) => name === normalizeText(author))
  const [only, ...others] = exact.length > 0 ? exact : likely
  return others.length > 0
    ? { author: null, choices: likely }
    : { author: only ?? null, choices: [] }
}

/** Looks up what the address names: its category with all under it, and its writer. */
export async function narrow(request: ListRequest): Promise<Narrowing> {
  const [categories, { author, choices }] = await Promise.all([
    listCategories(),
    whoIsMeant(request),
  ])
  const category = categories.find(({ slug }) => slug === request.category)
  const isNobody = (request.author !== null || request.authorId !== null) && !author
  const faulty: ListField[] = [
    ...request.faulty,
    ...(request.category !== null && !category ? (['category'] as const) : []),
    ...(isNobody && choices.length === 0 ? (['author'] as const) : []),
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
    faulty,
  }
}

import 'server-only'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { db } from '@/lib/db/client'
import {
  nearName,
  pageOfNames,
  rankNames,
  type TaxonomyKind,
  type TaxonomyName,
} from './taxonomy-name'

const maxOnPage = 100
const maxSuggestions = 12

/** A name with all that is stored of it. */
export type TaxonomyEntry = TaxonomyName & {
  slug: string
  bio?: string | null
  url?: string | null
}

/** All entries of a kind, or those with these values. A paper has thousands: they are compared here, by the rules of Bengali. */
function listWhere(
  kind: TaxonomyKind,
  where: { name?: string; id?: { in: number[] } } = {},
): Promise<TaxonomyEntry[]> {
  switch (kind) {
    case 'contributors':
      return db().contributor.findMany({ where })
    case 'topics':
      return db().topic.findMany({ where })
    case 'sources':
      return db().source.findMany({ where })
  }
}

/** The part of an entry that a form needs. */
const nameOf = ({ id, name, kind }: TaxonomyEntry): TaxonomyName => ({
  id,
  name,
  ...(kind && { kind }),
})

/**
 * A page of the names that match the query, best first; without a query, the newest. `total` counts all names of the
 * kind. @param after the last name of the previous page
 */
export async function listEntries(kind: TaxonomyKind, typed: string, after: number | null = null) {
  const all = await listWhere(kind)
  return { ...pageOfNames(all, typed, after, maxOnPage), total: all.length }
}

/** The entry with that id. */
export async function findEntry(kind: TaxonomyKind, id: number): Promise<TaxonomyEntry | null> {
  return (await listWhere(kind, { id: { in: [id] } }))[0] ?? null
}

/** How many stories it is assigned to, unpublished ones included. */
export function countStoriesOf(kind: TaxonomyKind, id: number): Promise<number> {
  switch (kind) {
    case 'contributors':
      return db().byline.count({ where: { contributorId: id } })
    case 'topics':
      return db().articleTopic.count({ where: { topicId: id } })
    case 'sources':
      return db().article.count({ where: { sourceId: id } })
  }
}

/** The entries of a kind with exactly that name: two when a person and a desk share it. */
export const listExactly = (kind: TaxonomyKind, name: string): Promise<TaxonomyName[]> =>
  listWhere(kind, { name })

/** The names that a query may mean, best first; one that differs by a slip stands last. */
export async function suggestNames(kind: TaxonomyKind, typed: string): Promise<TaxonomyName[]> {
  const all = await listWhere(kind)
  const found = rankNames(all, typed, maxSuggestions)
  const near = typed.trim() && nearName(typed, all)
  return (near && !found.includes(near) ? [...found, near] : found).map(nameOf)
}

/** The names with these ids, in no particular order. Unknown ids are left out. */
export async function listNamesById(kind: TaxonomyKind, ids: number[]): Promise<TaxonomyName[]> {
  return ids.length > 0 ? (await listWhere(kind, { id: { in: ids } })).map(nameOf) : []
}

/** The contributor of that name, a person before a desk. */
export async function findContributorByName(name: string): Promise<TaxonomyName | null> {
  const rows = await listWhere('contributors', { name: normalizeText(name).trim() })
  const row = rows.find(({ kind }) => kind === 'person') ?? rows[0]
  return row ? nameOf(row) : null
}

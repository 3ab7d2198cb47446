import 'server-only'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { db } from '@/lib/db/client'
import { rankNames, type TaxonomyKind, type TaxonomyName } from './taxonomy-name'

const maxSuggestions = 12

/** All names of a kind. A paper has thousands of them, not millions: they are compared here, by the rules of Bengali. */
function listAll(kind: TaxonomyKind, ids?: number[]): Promise<TaxonomyName[]> {
  const where = ids ? { id: { in: ids } } : {}
  const select = { id: true, name: true } as const
  switch (kind) {
    case 'contributors':
      return db().contributor.findMany({ where, select: { ...select, kind: true } })
    case 'topics':
      return db().topic.findMany({ where, select })
    case 'sources':
      return db().source.findMany({ where, select })
  }
}

/** The names a writer may mean by what they typed, the likeliest first. */
export async function suggestNames(kind: TaxonomyKind, typed: string): Promise<TaxonomyName[]> {
  return rankNames(await listAll(kind), typed, maxSuggestions)
}

/** The names with these ids, in no particular order. Unknown ids are left out. */
export async function listNamesById(kind: TaxonomyKind, ids: number[]): Promise<TaxonomyName[]> {
  return ids.length > 0 ? listAll(kind, ids) : []
}

/** The contributor of that very name, a person before a desk. */
export async function findContributorByName(name: string): Promise<TaxonomyName | null> {
  const rows = await db().contributor.findMany({
    where: { name: normalizeText(name).trim() },
    select: { id: true, name: true, kind: true },
  })
  return rows.find(({ kind }) => kind === 'person') ?? rows[0] ?? null
}

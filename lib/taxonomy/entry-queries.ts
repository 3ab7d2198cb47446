import 'server-only'
import { db } from '@/lib/db/client'
import { pageOfNames, type TaxonomyKind, type TaxonomyName } from './taxonomy-name'

const maxOnPage = 100

/** A name with all that is kept of it. */
export type TaxonomyEntry = TaxonomyName & {
  slug: string
  bio?: string | null
  url?: string | null
}

function listAll(kind: TaxonomyKind): Promise<TaxonomyEntry[]> {
  switch (kind) {
    case 'contributors':
      return db().contributor.findMany()
    case 'topics':
      return db().topic.findMany()
    case 'sources':
      return db().source.findMany()
  }
}

/**
 * A page of the names that answer what is typed, the likeliest first; nothing typed, the newest. `total` is of all there
 * are. @param after the name that the page before ended with
 */
export async function listEntries(kind: TaxonomyKind, typed: string, after: number | null = null) {
  const all = await listAll(kind)
  return { ...pageOfNames(all, typed, after, maxOnPage), total: all.length }
}

/** The name with that id. */
export async function findEntry(kind: TaxonomyKind, id: number): Promise<TaxonomyEntry | null> {
  const where = { id }
  switch (kind) {
    case 'contributors':
      return db().contributor.findUnique({ where })
    case 'topics':
      return db().topic.findUnique({ where })
    case 'sources':
      return db().source.findUnique({ where })
  }
}

/** On how many stories it stands, those that readers do not have among them. */
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

/** The names of that kind that are written so; two when a person and a desk are. */
export async function listExactly(kind: TaxonomyKind, name: string): Promise<TaxonomyName[]> {
  const where = { name }
  switch (kind) {
    case 'contributors':
      return db().contributor.findMany({ where })
    case 'topics':
      return db().topic.findMany({ where })
    case 'sources':
      return db().source.findMany({ where })
  }
}

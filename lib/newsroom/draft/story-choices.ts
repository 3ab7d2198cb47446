import type { Picture } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import type { Checklist } from '@/lib/paper/settings'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

/**
 * What the form needs to know of the paper to show a story: the categories, and what the story is tied to. Anything
 * else is found by searching.
 */
export type StoryChoices = Record<TaxonomyKind, TaxonomyName[]> & {
  categories: Category[]
  /** The lead picture and those of the body. */
  pictures: Picture[]
  /** How much the paper makes of each line before publishing. */
  checklist: Checklist
}

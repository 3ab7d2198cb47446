import type { Picture } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import type { Checklist } from '@/lib/paper/settings'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

/**
 * The data that the form of a story needs: all categories, and the names and pictures of the story. Others are found
 * by searching.
 */
export type StoryChoices = Record<TaxonomyKind, TaxonomyName[]> & {
  categories: Category[]
  /** The lead picture and those of the body. */
  pictures: Picture[]
  /** How much the paper makes of each line before publishing. */
  checklist: Checklist
}

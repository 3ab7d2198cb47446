import type { Picture } from '@/lib/articles/article'
import type { Category } from '@/lib/categories/category'
import type { Checklist } from '@/lib/paper/settings'
import type { Named, NameKind } from '@/lib/people/name'

/**
 * What the form needs to know of the paper to show a story: the categories, and what the story is tied to. Anything
 * else is found by searching.
 */
export type StoryChoices = Record<NameKind, Named[]> & {
  categories: Category[]
  /** The lead picture and those of the body. */
  pictures: Picture[]
  /** How much the paper makes of each line before publishing. */
  checklist: Checklist
}

import type { Picture } from '@/lib/articles/article'
import type { Category } from '@/lib/categories/category'

/** Whom or what a story may be tied to, by number; `note` tells apart two of one name. */
export type NamedChoice = { id: number; name: string; note?: string }

/** What the names of a story's ties are. Anything else is found by searching. */
export const nameKinds = ['contributors', 'topics', 'sources'] as const
export type NameKind = (typeof nameKinds)[number]

/** What the form needs to know of the paper to show a story: the categories, and what the story is tied to. */
export type StoryChoices = Record<NameKind, NamedChoice[]> & {
  categories: Category[]
  /** The lead picture and those of the body. */
  pictures: Picture[]
}

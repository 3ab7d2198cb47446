/** A desk of the paper (বিভাগ). */
export type Category = {
  id: number
  slug: string
  name: string
  position: number
  parentId: number | null
}

export const categoryPath = (category: Pick<Category, 'slug'>) => `/${category.slug}`

/** The categories of the masthead, in their order. */
export function topCategories(all: Category[]): Category[] {
  return all.filter((category) => category.parentId === null)
}

export function subcategoriesOf(all: Category[], parent: Category): Category[] {
  return all.filter((category) => category.parentId === parent.id)
}

/** The category and all that stand under it: whose stories its page lists. */
export function withDescendants(all: Category[], top: Category): Category[] {
  return [top, ...subcategoriesOf(all, top).flatMap((category) => withDescendants(all, category))]
}

/** From the top category down to `category`: the breadcrumb. */
export function trailTo(all: Category[], category: Category): Category[] {
  const parent = all.find((other) => other.id === category.parentId)
  return parent ? [...trailTo(all, parent), category] : [category]
}

import 'server-only'
import { type Category, withDescendants } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'

/** All categories, in their order. */
export function listCategories(): Promise<Category[]> {
  return db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

/**
 * The numbers that a merge would move: the stories of the category itself and of all below it, and the subcategories.
 */
export async function countInCategory(all: Category[], category: Category) {
  const ids = withDescendants(all, category).map(({ id }) => id)
  const [own, withThose] = await Promise.all([
    db().article.count({ where: { categoryId: category.id } }),
    db().article.count({ where: { categoryId: { in: ids } } }),
  ])
  return { own, withThose, below: ids.length - 1 }
}

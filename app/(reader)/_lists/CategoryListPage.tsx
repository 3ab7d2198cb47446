import { Subcategories } from '@/components/list/Subcategories'
import type { PublicStoryPage } from '@/lib/articles/queries'
import { type Category, categoryPath, subcategoriesOf, trailTo } from '@/lib/content-model/category'
import { ReaderListPage } from './ReaderListPage'

type CategoryListPageProps = {
  categories: Category[]
  category: Category
  page: PublicStoryPage
  requestedPage: number | null
}

/** A page of a category's list, with links to its parent and subcategories. */
export function CategoryListPage({
  categories,
  category,
  page,
  requestedPage,
}: CategoryListPageProps) {
  const trail = trailTo(categories, category)
  return (
    <ReaderListPage
      title={category.name}
      trail={trail}
      aside={
        <Subcategories above={trail.slice(0, -1)} below={subcategoriesOf(categories, category)} />
      }
      basePath={categoryPath(category)}
      page={page}
      requestedPage={requestedPage}
    />
  )
}

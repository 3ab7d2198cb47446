import { Subcategories } from '@/components/list/Subcategories'
import type { StoryListPage } from '@/lib/articles/queries'
import { type Category, categoryPath, subcategoriesOf, trailTo } from '@/lib/categories/category'
import { ListPage } from '../ListPage'

type CategoryListPageProps = {
  categories: Category[]
  category: Category
  page: StoryListPage
  askedFor: number | null
}

/** A page of a category's list, with the ways up and down the tree. */
export function CategoryListPage({ categories, category, page, askedFor }: CategoryListPageProps) {
  const trail = trailTo(categories, category)
  return (
    <ListPage
      title={category.name}
      trail={trail}
      beside={
        <Subcategories above={trail.slice(0, -1)} below={subcategoriesOf(categories, category)} />
      }
      basePath={categoryPath(category)}
      page={page}
      askedFor={askedFor}
    />
  )
}

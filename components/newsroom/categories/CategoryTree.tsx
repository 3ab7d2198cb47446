import { useTranslations } from 'next-intl'
import type { Category } from '@/lib/content-model/category'
import { CategoryOrder, type OrderAction } from './CategoryOrder.client'

type CategoryTreeProps = { all: Category[]; parent: Category | null; order: OrderAction }

/** The categories of one parent in order, each with its subcategories. */
export function CategoryTree({ all, parent, order }: CategoryTreeProps) {
  const t = useTranslations('newsroomCategories')
  const siblings = all.filter(({ parentId }) => parentId === (parent?.id ?? null))
  const parents = siblings.filter((each) => all.some(({ parentId }) => parentId === each.id))
  const title = parent ? t('under', { name: parent.name }) : t('top')
  return (
    <>
      <section aria-label={title} className="grid max-w-measure gap-3">
        <h2 className="text-22">{title}</h2>
        <CategoryOrder
          parent={parent?.slug ?? null}
          categories={siblings.map(({ slug, name }) => ({ slug, name }))}
          order={order}
        />
      </section>
      {parents.map((each) => (
        <CategoryTree key={each.slug} all={all} parent={each} order={order} />
      ))}
    </>
  )
}

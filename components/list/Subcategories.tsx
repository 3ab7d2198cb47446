import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { TapLink } from '@/components/ui/TapLink'
import { type Category, categoryPath } from '@/lib/content-model/category'

type SubcategoriesProps = { above: Category[]; below: Category[] }

/** The categories above and under this one. */
export function Subcategories({ above, below }: SubcategoriesProps) {
  const t = useTranslations('list')
  if (above.length + below.length === 0) return null
  return (
    <nav aria-label={t('subcategories')}>
      <ul className="flex flex-wrap gap-x-5 text-16">
        {[...above, ...below].map((category) => (
          <li key={category.id}>
            <TapLink href={categoryPath(category)}>
              {above.includes(category) && <Arrow to="outer" className="mr-1" />}
              {category.name}
            </TapLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

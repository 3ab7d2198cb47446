import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { TapLink } from '@/components/ui/TapLink'
import { tapTarget } from '@/components/ui/tap-target'
import {
  type Category,
  categoryPath,
  subcategoriesOf,
  topCategories,
} from '@/lib/content-model/category'

type MenuLink = { path: string; name: string }
type CategoryMenuProps = { categories: Category[]; links: MenuLink[] }

// The categories that fit into one line: three and the menu on a phone of 360 px, a dozen from 1024 px.
const onPhone = 3

/** The strip of categories in one line, and all of them with their subcategories under "আরও". Needs no script. */
export function CategoryMenu({ categories, links }: CategoryMenuProps) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('categories')} className="relative border-t border-rule">
      <ul className="flex flex-wrap gap-x-4 pr-20 lg:gap-x-5">
        {links.map((link, index) => (
          <li key={link.path} className={index < onPhone ? undefined : 'hidden lg:block'}>
            <TapLink href={link.path} className="text-16 lg:min-w-0">
              {link.name}
            </TapLink>
          </li>
        ))}
      </ul>
      <details className="group">
        <summary
          className={tapTarget({
            className:
              'absolute top-0 right-0 text-16 font-bold [&::-webkit-details-marker]:hidden',
          })}
        >
          {t('allCategories')}
          <Arrow to="below" className="ml-1 group-open:rotate-180" />
        </summary>
        <ul className="grid grid-cols-2 gap-x-6 border-t border-rule py-2 md:grid-cols-4">
          {topCategories(categories).map((category) => (
            <li key={category.id} className="py-1">
              <TapLink href={categoryPath(category)} className="text-16 font-bold">
                {category.name}
              </TapLink>
              <SubcategoryList of={category} all={categories} />
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

type SubcategoryListProps = { of: Category; all: Category[] }

function SubcategoryList({ of, all }: SubcategoryListProps) {
  const children = subcategoriesOf(all, of)
  if (children.length === 0) return null
  return (
    <ul>
      {children.map((category) => (
        <li key={category.id}>
          <TapLink href={categoryPath(category)} className="text-16">
            {category.name}
          </TapLink>
        </li>
      ))}
    </ul>
  )
}

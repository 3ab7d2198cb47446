'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/Select'
import {
  type Category,
  topCategories,
  trailTo,
  withDescendants,
} from '@/lib/content-model/category'

type CategoryFieldProps = {
  categories: Category[]
  value: string
  readOnly: boolean
  /** Readers have had the story: it is moved, not edited, into another category. */
  isFixed: boolean
  onChange: (slug: string) => void
}

/** The desk that the story belongs to; subcategories stand under theirs. */
export function CategoryField(props: CategoryFieldProps) {
  const { categories, value, readOnly, isFixed, onChange } = props
  const t = useTranslations('newsroomEditor')
  const inOrder = topCategories(categories).flatMap((top) => withDescendants(categories, top))
  return (
    <SelectField
      label={t('category')}
      look="quiet"
      hint={isFixed && t('categoryFixed')}
      name="category"
      value={value}
      disabled={readOnly || isFixed}
      onChange={(event) => onChange(event.target.value)}
    >
      {inOrder.map((category) => (
        <option key={category.slug} value={category.slug}>
          {trailTo(categories, category)
            .map(({ name }) => name)
            .join(' › ')}
        </option>
      ))}
    </SelectField>
  )
}

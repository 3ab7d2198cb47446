'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
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
  const id = useId()
  const inOrder = topCategories(categories).flatMap((top) => withDescendants(categories, top))
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-14 text-quiet">
        {t('category')}
      </label>
      <select
        id={id}
        name="category"
        value={value}
        disabled={readOnly || isFixed}
        aria-describedby={isFixed ? `${id}-why` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full border border-edge bg-paper px-3 text-16 disabled:bg-wash disabled:text-ink disabled:opacity-100"
      >
        {inOrder.map((category) => (
          <option key={category.slug} value={category.slug}>
            {trailTo(categories, category)
              .map(({ name }) => name)
              .join(' › ')}
          </option>
        ))}
      </select>
      {isFixed && (
        <p id={`${id}-why`} className="text-14 text-quiet">
          {t('categoryFixed')}
        </p>
      )}
    </div>
  )
}

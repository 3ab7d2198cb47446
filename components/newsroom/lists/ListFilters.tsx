import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import type { Category } from '@/lib/content-model/category'
import { type ListField, type ListParams, listPath } from '@/lib/newsroom/story-lists/list-address'
import { canChooseStatus, type ListName, statusesOf } from '@/lib/newsroom/story-lists/story-lists'

type ListFiltersProps = {
  list: ListName
  typed: ListParams
  categories: Category[]
  faulty: ListField[]
}

const inputClass =
  'min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 aria-invalid:border-accent'

/** The filters of a list. They are kept in the address, so that bookmarks work. They need no script. */
export function ListFilters({ list, typed, categories, faulty }: ListFiltersProps) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  const isFiltered = Object.values(typed).some(Boolean)
  const hasMoreFilters = Object.entries(typed).some(([name, value]) => name !== 'words' && value)
  const input = (name: ListField) => ({
    id: `list-${name}`,
    name,
    defaultValue: typed[name],
    'aria-invalid': faulty.includes(name) || undefined,
    'aria-describedby': faulty.includes(name) ? 'list-faults' : undefined,
    className: inputClass,
  })
  return (
    <Form
      // The key resets the fields to the address, also after going back.
      key={JSON.stringify([list, typed])}
      action={listPath(list)}
      prefetch={false}
      role="search"
      aria-label={t('narrow')}
      className="grid gap-3"
    >
      <div className="flex flex-wrap items-end gap-3">
        <LabelledField name="words" label={t('words')} isWide>
          <input {...input('words')} type="search" maxLength={200} enterKeyHint="search" />
        </LabelledField>
        <SubmitButton busy={t('looking')}>{t('show')}</SubmitButton>
        {isFiltered && (
          <Link
            href={listPath(list)}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-16 underline"
          >
            {t('showAll')}
          </Link>
        )}
      </div>
      <details open={hasMoreFilters}>
        <summary className="inline-flex min-h-11 items-center gap-1 text-16 font-bold">
          {t('more')}
          <span aria-hidden="true">▾</span>
        </summary>
        <div className="grid gap-3 pt-2 md:grid-cols-3 lg:grid-cols-5">
          <LabelledField name="category" label={t('category')}>
            <select {...input('category')}>
              <option value="">{t('allCategories')}</option>
              {flattenTree(categories).map(({ category, depth }) => (
                <option key={category.slug} value={category.slug}>
                  {`${'– '.repeat(depth)}${category.name}`}
                </option>
              ))}
            </select>
          </LabelledField>
          <LabelledField name="author" label={t('author')}>
            <input {...input('author')} type="text" maxLength={100} />
          </LabelledField>
          <LabelledField name="from" label={t('from')}>
            <input {...input('from')} type="date" />
          </LabelledField>
          <LabelledField name="until" label={t('until')}>
            <input {...input('until')} type="date" />
          </LabelledField>
          {canChooseStatus(list) && (
            <LabelledField name="status" label={t('status')}>
              <select {...input('status')}>
                <option value="">{t('allStatuses')}</option>
                {statusesOf(list).map((status) => (
                  <option key={status} value={status}>
                    {tAll(`newsroomStates.${status}`)}
                  </option>
                ))}
              </select>
            </LabelledField>
          )}
        </div>
      </details>
    </Form>
  )
}

type LabelledFieldProps = { name: ListField; label: string; isWide?: boolean; children: ReactNode }

function LabelledField({ name, label, isWide = false, children }: LabelledFieldProps) {
  return (
    <div className={`grid gap-1 ${isWide ? 'min-w-56 max-w-measure flex-1' : ''}`}>
      <label htmlFor={`list-${name}`} className="text-14 font-bold">
        {label}
      </label>
      {children}
    </div>
  )
}

/** Categories with those under each after it, and how deep they stand. */
function flattenTree(
  all: Category[],
  parentId: number | null = null,
  depth = 0,
): { category: Category; depth: number }[] {
  return all
    .filter((category) => category.parentId === parentId)
    .flatMap((category) => [{ category, depth }, ...flattenTree(all, category.id, depth + 1)])
}

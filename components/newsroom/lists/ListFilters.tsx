import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/newsroom/SubmitButton.client'
import type { Category } from '@/lib/categories/category'
import { type ListField, type ListWords, listPath } from '@/lib/newsroom/list-address'
import { canChooseStatus, type ListName, statusesOf } from '@/lib/newsroom/lists'

type ListFiltersProps = {
  list: ListName
  typed: ListWords
  categories: Category[]
  faulty: ListField[]
}

const field =
  'min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 aria-invalid:border-accent'

/** What a list is narrowed to. Its address says it all, so that the way back and a bookmark hold; it works without script. */
export function ListFilters({ list, typed, categories, faulty }: ListFiltersProps) {
  const t = useTranslations('newsroomLists')
  const say = useTranslations()
  const isNarrowed = Object.values(typed).some(Boolean)
  const isMoreNarrowed = Object.entries(typed).some(([name, value]) => name !== 'words' && value)
  const input = (name: ListField) => ({
    id: `list-${name}`,
    name,
    defaultValue: typed[name],
    'aria-invalid': faulty.includes(name) || undefined,
    'aria-describedby': faulty.includes(name) ? 'list-faults' : undefined,
    className: field,
  })
  return (
    <Form
      // Fields hold what the address says, also after going back.
      key={JSON.stringify([list, typed])}
      action={listPath(list)}
      prefetch={false}
      role="search"
      aria-label={t('narrow')}
      className="grid gap-3"
    >
      <div className="flex flex-wrap items-end gap-3">
        <Labelled name="words" label={t('words')} isWide>
          <input {...input('words')} type="search" maxLength={200} enterKeyHint="search" />
        </Labelled>
        <SubmitButton busy={t('looking')}>{t('show')}</SubmitButton>
        {isNarrowed && (
          <Link
            href={listPath(list)}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-16 underline"
          >
            {t('showAll')}
          </Link>
        )}
      </div>
      <details open={isMoreNarrowed}>
        <summary className="inline-flex min-h-11 items-center gap-1 text-16 font-bold">
          {t('more')}
          <span aria-hidden="true">▾</span>
        </summary>
        <div className="grid gap-3 pt-2 md:grid-cols-3 lg:grid-cols-5">
          <Labelled name="category" label={t('category')}>
            <select {...input('category')}>
              <option value="">{t('allCategories')}</option>
              {inTree(categories).map(({ category, depth }) => (
                <option key={category.slug} value={category.slug}>
                  {`${'– '.repeat(depth)}${category.name}`}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled name="author" label={t('author')}>
            <input {...input('author')} type="text" maxLength={100} />
          </Labelled>
          <Labelled name="from" label={t('from')}>
            <input {...input('from')} type="date" />
          </Labelled>
          <Labelled name="until" label={t('until')}>
            <input {...input('until')} type="date" />
          </Labelled>
          {canChooseStatus(list) && (
            <Labelled name="status" label={t('status')}>
              <select {...input('status')}>
                <option value="">{t('allStatuses')}</option>
                {statusesOf(list).map((status) => (
                  <option key={status} value={status}>
                    {say(`newsroomStates.${status}`)}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
        </div>
      </details>
    </Form>
  )
}

type LabelledProps = { name: ListField; label: string; isWide?: boolean; children: ReactNode }

function Labelled({ name, label, isWide = false, children }: LabelledProps) {
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
function inTree(
  all: Category[],
  parentId: number | null = null,
  depth = 0,
): { category: Category; depth: number }[] {
  return all
    .filter((category) => category.parentId === parentId)
    .flatMap((category) => [{ category, depth }, ...inTree(all, category.id, depth + 1)])
}

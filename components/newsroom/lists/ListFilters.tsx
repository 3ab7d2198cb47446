import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { Field } from '@/components/ui/Field'
import { SelectField } from '@/components/ui/Select'
import type { Category } from '@/lib/content-model/category'
import { type ListField, type ListParams, listPath } from '@/lib/newsroom/story-lists/list-address'
import { canChooseStatus, type ListName, statusesOf } from '@/lib/newsroom/story-lists/story-lists'

type ListFiltersProps = {
  list: ListName
  typed: ListParams
  categories: Category[]
  faulty: ListField[]
}

/** The filters of a list. They are kept in the address, so that bookmarks work. They need no script. */
export function ListFilters({ list, typed, categories, faulty }: ListFiltersProps) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  const isFiltered = Object.values(typed).some(Boolean)
  const hasMoreFilters = Object.entries(typed).some(([name, value]) => name !== 'words' && value)
  const field = (name: ListField) => ({
    name,
    label: t(name),
    look: 'small' as const,
    defaultValue: typed[name],
    isFaulty: faulty.includes(name),
    describedBy: faulty.includes(name) ? 'list-faults' : undefined,
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
        <div className="min-w-56 max-w-measure flex-1">
          <Field {...field('words')} type="search" maxLength={200} enterKeyHint="search" />
        </div>
        <SubmitButton busy={t('looking')}>{t('show')}</SubmitButton>
        {isFiltered && <ButtonLink href={listPath(list)}>{t('showAll')}</ButtonLink>}
      </div>
      <Disclosure look="plain" title={t('more')} isOpen={hasMoreFilters}>
        <div className="grid gap-3 md:grid-cols-3 lg:grid-cols-5">
          <SelectField {...field('category')}>
            <option value="">{t('allCategories')}</option>
            {flattenTree(categories).map(({ category, depth }) => (
              <option key={category.slug} value={category.slug}>
                {`${'– '.repeat(depth)}${category.name}`}
              </option>
            ))}
          </SelectField>
          <Field {...field('author')} type="text" maxLength={100} />
          <Field {...field('from')} type="text" maxLength={40} placeholder={t('dateExample')} />
          <Field {...field('until')} type="text" maxLength={40} placeholder={t('dateExample')} />
          {canChooseStatus(list) && (
            <SelectField {...field('status')}>
              <option value="">{t('allStatuses')}</option>
              {statusesOf(list).map((status) => (
                <option key={status} value={status}>
                  {tAll(`newsroomStates.${status}`)}
                </option>
              ))}
            </SelectField>
          )}
        </div>
      </Disclosure>
    </Form>
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

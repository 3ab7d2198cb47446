import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Field } from '@/components/ui/Field'
import type { Actor } from '@/lib/auth/permissions'
import {
  type LibraryQuery,
  libraryAddress,
  libraryPath,
  libraryViews,
} from '@/lib/media/library/library'

type LibraryFiltersProps = { query: LibraryQuery; actor: Actor }

/** The filters of the picture library: words, owner, missing texts. */
export function LibraryFilters({ query, actor }: LibraryFiltersProps) {
  const t = useTranslations('newsroomMedia')
  const first = { ...query, after: null }
  return (
    <div className="grid gap-3">
      <search>
        <form action={libraryPath} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-64 md:max-w-measure">
            <Field
              label={t('search')}
              name="q"
              type="search"
              defaultValue={query.typed}
              maxLength={200}
            />
          </div>
          <input type="hidden" name="whose" value={query.ownerId ? 'mine' : 'all'} />
          {query.view !== 'all' && <input type="hidden" name="view" value={query.view} />}
          <SubmitButton variant="plain">{t('find')}</SubmitButton>
        </form>
      </search>
      <nav aria-label={t('filters')} className="flex flex-wrap gap-x-6">
        <ul className="-mx-2 flex flex-wrap">
          {[null, actor.id].map((ownerId) => (
            <FilterLink
              key={String(ownerId)}
              to={libraryAddress({ ...first, ownerId })}
              isOpen={query.ownerId === ownerId}
              word={t(ownerId ? 'mine' : 'everybodys')}
            />
          ))}
        </ul>
        <ul className="-mx-2 flex flex-wrap">
          {libraryViews.map((view) => (
            <FilterLink
              key={view}
              to={libraryAddress({ ...first, view })}
              isOpen={query.view === view}
              word={t(`views.${view}`)}
            />
          ))}
        </ul>
      </nav>
    </div>
  )
}

type FilterLinkProps = { to: string; isOpen: boolean; word: string }

function FilterLink({ to, isOpen, word }: FilterLinkProps) {
  return (
    <li>
      <ButtonLink href={to} aria-current={isOpen ? 'true' : undefined} variant="tab">
        {word}
      </ButtonLink>
    </li>
  )
}

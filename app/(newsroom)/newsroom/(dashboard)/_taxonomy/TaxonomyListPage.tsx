import { getTranslations } from 'next-intl/server'
import { addEntryAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/taxonomy-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { SearchBox } from '@/components/newsroom/forms/SearchBox'
import { TaxonomyList } from '@/components/newsroom/taxonomy/TaxonomyList'
import { TaxonomyPager } from '@/components/newsroom/taxonomy/TaxonomyPager'
import { Disclosure } from '@/components/ui/Disclosure'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { readNumber } from '@/lib/content-model/article'
import { listEntries } from '@/lib/taxonomy/queries'
import type { TaxonomyKind } from '@/lib/taxonomy/taxonomy-name'

type SearchParams = { q?: string | string[]; after?: string | string[] }
type TaxonomyListPageProps = { of: TaxonomyKind; searchParams: Promise<SearchParams> }

/** The names of one kind that stories carry: found by what is typed, and added to. */
export async function TaxonomyListPage({ of, searchParams }: TaxonomyListPageProps) {
  await requireActor('names')
  const { q, after: afterParam } = await searchParams
  const typed = typeof q === 'string' ? q.slice(0, 200) : ''
  const after = typeof afterParam === 'string' ? readNumber(afterParam) : null
  const { names, next, total } = await listEntries(of, typed, after)
  const t = await getTranslations('newsroomNames')
  return (
    <>
      <h1 className="text-27">{t(of)}</h1>
      <div className="max-w-measure">
        <Disclosure look="box" title={t(`add_${of}`)}>
          <ActionForm
            action={addEntryAction}
            hiddenFields={{ of }}
            fields={[
              { kind: 'line', name: 'name', label: t('name'), maxLength: 120, required: true },
            ]}
            submit={t('add')}
          />
        </Disclosure>
      </div>
      <SearchBox label={t('search')} typed={typed} />
      <p className="text-14 text-quiet">
        {t('count', { shown: toBengaliDigits(names.length), total: toBengaliDigits(total) })}
      </p>
      {names.length === 0 && <p className="text-16">{t('none')}</p>}
      <TaxonomyList entryKind={of} entries={names} />
      <TaxonomyPager entryKind={of} typed={typed} isFirst={after === null} next={next} />
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Fold } from '@/components/newsroom/act/Fold'
import { SearchBox } from '@/components/newsroom/act/SearchBox'
import { NameList } from '@/components/newsroom/names/NameList'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { listKept } from '@/lib/people/keep-queries'
import type { NameKind } from '@/lib/people/name'
import { addNameAction } from './name-actions'

type NamesPageProps = { of: NameKind; searchParams: Promise<{ q?: string | string[] }> }

/** The names of one kind that stories carry: found by what is typed, and added to. */
export async function NamesPage({ of, searchParams }: NamesPageProps) {
  await requireActor('names')
  const asked = (await searchParams).q
  const typed = typeof asked === 'string' ? asked.slice(0, 200) : ''
  const { names, total } = await listKept(of, typed)
  const t = await getTranslations('newsroomNames')
  return (
    <>
      <h1 className="text-27">{t(of)}</h1>
      <div className="max-w-measure">
        <Fold title={t(`add_${of}`)}>
          <ActForm
            action={addNameAction}
            about={{ of }}
            fields={[
              { kind: 'line', name: 'name', label: t('name'), maxLength: 120, required: true },
            ]}
            submit={t('add')}
          />
        </Fold>
      </div>
      <SearchBox label={t('search')} typed={typed} />
      <p className="text-14 text-quiet">
        {t('count', { shown: toBengaliDigits(names.length), total: toBengaliDigits(total) })}
      </p>
      {names.length === 0 && <p className="text-16">{t('none')}</p>}
      <NameList of={of} names={names} />
    </>
  )
}

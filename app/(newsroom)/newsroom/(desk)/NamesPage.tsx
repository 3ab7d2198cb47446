import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Fold } from '@/components/newsroom/act/Fold'
import { SearchBox } from '@/components/newsroom/act/SearchBox'
import { NameList } from '@/components/newsroom/names/NameList'
import { NamePager } from '@/components/newsroom/names/NamePager'
import { readNumber } from '@/lib/articles/article'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { listKept } from '@/lib/people/keep-queries'
import type { NameKind } from '@/lib/people/name'
import { addNameAction } from './name-actions'

type Asked = { q?: string | string[]; after?: string | string[] }
type NamesPageProps = { of: NameKind; searchParams: Promise<Asked> }

/** The names of one kind that stories carry: found by what is typed, and added to. */
export async function NamesPage({ of, searchParams }: NamesPageProps) {
  await requireActor('names')
  const { q, after: asked } = await searchParams
  const typed = typeof q === 'string' ? q.slice(0, 200) : ''
  const after = typeof asked === 'string' ? readNumber(asked) : null
  const { names, next, total } = await listKept(of, typed, after)
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
      <NamePager of={of} typed={typed} isFirst={after === null} next={next} />
    </>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  editEntryAction,
  mergeEntryAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/taxonomy-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import { SearchBox } from '@/components/newsroom/forms/SearchBox'
import { taxonomyFields } from '@/components/newsroom/taxonomy/taxonomy-fields'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { Notice } from '@/components/ui/Notice'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { readNumber } from '@/lib/content-model/article'
import { countStoriesOf, findEntry, suggestNames } from '@/lib/taxonomy/queries'
import { nearName, type TaxonomyKind, type TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

type Query = Record<string, string | string[] | undefined>
type TaxonomyEntryPageProps = {
  of: TaxonomyKind
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

const queryText = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''

/** The page of a name that stories refer to: edit it, or merge it into another. */
export async function TaxonomyEntryPage({ of, params, searchParams }: TaxonomyEntryPageProps) {
  await requireActor('names')
  const id = readNumber((await params).id)
  const entry = id === null ? null : await findEntry(of, id)
  if (!entry) notFound()
  const [stories, similar, t] = await Promise.all([
    countStoriesOf(of, entry.id),
    suggestNames(of, entry.name),
    getTranslations('newsroomNames'),
  ])
  const about = { of, id: String(entry.id) }
  const near = nearName(
    entry.name,
    similar.filter((each) => each.id !== entry.id),
  )
  const count = toBengaliDigits(stories)
  return (
    <>
      <p>
        <ButtonLink href={`/newsroom/${of}`}>{t(of)}</ButtonLink>
      </p>
      <h1 className="text-27">{entry.name}</h1>
      <p className="text-16">{t('stories', { count })}</p>
      {near && (
        <Notice tone="warning" className="flex flex-wrap items-center gap-x-4">
          <span>{t('nearName', { name: near.name })}</span>
          <ButtonLink href={`/newsroom/${of}/${entry.id}?into=${near.id}`}>
            {t('mergeThese')}
          </ButtonLink>
        </Notice>
      )}
      <FormSection title={t('edit')} text={t(of === 'sources' ? 'editSourceHint' : 'editHint')}>
        <ActionForm
          key={entry.slug + entry.name}
          action={editEntryAction}
          hiddenFields={about}
          fields={taxonomyFields(t, of, entry)}
          submit={t('save')}
        />
      </FormSection>
      <MergeSection of={of} entry={entry} stories={stories} query={await searchParams} />
    </>
  )
}

type MergeSectionProps = {
  of: TaxonomyKind
  entry: TaxonomyName
  stories: number
  query: Query
}

/** Merging: the other name is looked for and chosen, and then the user is asked. Nothing is chosen beforehand. */
async function MergeSection({ of, entry, stories, query }: MergeSectionProps) {
  const t = await getTranslations('newsroomNames')
  const intoId = readNumber(queryText(query.into))
  const into = intoId === null || intoId === entry.id ? null : await findEntry(of, intoId)
  if (into) return <MergeQuestion of={of} entry={entry} into={into} stories={stories} />
  const typed = queryText(query.q)
  const found = await suggestNames(of, typed || entry.name)
  const others = found.filter((each) => each.id !== entry.id)
  const counts = await Promise.all(others.map(({ id }) => countStoriesOf(of, id)))
  return (
    <FormSection title={t('merge')}>
      <Disclosure look="box" title={t('mergeThis')} isGrave isOpen={typed !== ''}>
        <SearchBox label={t('mergeInto')} typed={typed} />
        {others.length === 0 && <p className="text-16 text-quiet">{t('none')}</p>}
        <ul className="hairlines">
          {others.map(({ id, name, kind }, index) => (
            <li key={id}>
              <ButtonLink href={`/newsroom/${of}/${entry.id}?into=${id}`}>
                {name}
                {kind === 'desk' && ` (${t('desk')})`} ·{' '}
                {t('storyCount', { count: toBengaliDigits(counts[index] ?? 0) })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Disclosure>
    </FormSection>
  )
}

type MergeQuestionProps = {
  of: TaxonomyKind
  entry: TaxonomyName
  into: TaxonomyName
  stories: number
}

async function MergeQuestion({ of, entry, into, stories }: MergeQuestionProps) {
  const t = await getTranslations('newsroomNames')
  const names = { name: entry.name, into: into.name }
  return (
    <FormSection title={t('merge')}>
      <p className="text-18 font-bold">{t('mergeQuestion', names)}</p>
      <p className="text-16">
        {t(of === 'sources' ? 'mergeSourceTouches' : 'mergeTouches', {
          ...names,
          count: toBengaliDigits(stories),
        })}
      </p>
      <ActionForm
        action={mergeEntryAction}
        hiddenFields={{ of, id: String(entry.id), intoId: String(into.id) }}
        fields={[]}
        submit={t('mergeYes')}
        variant="grave"
      >
        <ButtonLink href={`/newsroom/${of}/${entry.id}`}>{t('mergeNo')}</ButtonLink>
      </ActionForm>
    </FormSection>
  )
}

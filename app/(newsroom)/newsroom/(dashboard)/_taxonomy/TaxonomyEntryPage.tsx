import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  editEntryAction,
  mergeEntryAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/taxonomy-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import { taxonomyFields } from '@/components/newsroom/taxonomy/taxonomy-fields'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { readNumber } from '@/lib/content-model/article'
import { countStoriesOf, findEntry, suggestNames } from '@/lib/taxonomy/queries'
import type { TaxonomyKind } from '@/lib/taxonomy/taxonomy-name'

type TaxonomyEntryPageProps = { of: TaxonomyKind; params: Promise<{ id: string }> }

/** The page of a name that stories refer to: edit it, or merge it into another. */
export async function TaxonomyEntryPage({ of, params }: TaxonomyEntryPageProps) {
  await requireActor('names')
  const id = readNumber((await params).id)
  const entry = id === null ? null : await findEntry(of, id)
  if (!entry) notFound()
  const [stories, similar, t] = await Promise.all([
    countStoriesOf(of, entry.id),
    suggestNames(of, entry.name.split(' ')[0] ?? entry.name),
    getTranslations('newsroomNames'),
  ])
  const about = { of, id: String(entry.id) }
  const others = similar.filter((each) => each.id !== entry.id).map(({ name }) => name)
  const count = toBengaliDigits(stories)
  return (
    <>
      <p>
        <ButtonLink href={`/newsroom/${of}`}>{t(of)}</ButtonLink>
      </p>
      <h1 className="text-27">{entry.name}</h1>
      <p className="text-16">{t('stories', { count })}</p>
      <FormSection title={t('edit')} text={t(of === 'sources' ? 'editSourceHint' : 'editHint')}>
        <ActionForm
          key={entry.slug + entry.name}
          action={editEntryAction}
          hiddenFields={about}
          fields={taxonomyFields(t, of, entry)}
          submit={t('save')}
        />
      </FormSection>
      <FormSection title={t('merge')}>
        <Disclosure look="box" title={t('mergeThis')} isGrave>
          <ActionForm
            action={mergeEntryAction}
            hiddenFields={about}
            fields={[
              {
                kind: 'line',
                name: 'into',
                label: t('mergeInto'),
                hint: t('mergeIntoHint'),
                maxLength: 200,
                required: true,
                suggestions: others,
              },
            ]}
            submit={t('mergeThis')}
            variant="grave"
          >
            <p className="text-16">
              {t(of === 'sources' ? 'mergeSourceTouches' : 'mergeTouches', {
                count,
                name: entry.name,
              })}
            </p>
          </ActionForm>
        </Disclosure>
      </FormSection>
    </>
  )
}

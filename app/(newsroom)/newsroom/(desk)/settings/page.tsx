import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Section } from '@/components/newsroom/act/Section'
import {
  aiCrawlersField,
  checklistFields,
  paperFields,
  twoStepField,
} from '@/components/newsroom/settings/fields'
import { requireActor } from '@/lib/auth/session'
import { countWithoutTwoStep } from '@/lib/auth/staff-queries'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { findPaper, getPaperSettings } from '@/lib/paper/queries'
import {
  decideAiCrawlersAction,
  decideChecklistAction,
  decideTwoStepAction,
  editPaperAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('settings') }
}

/** The paper's own words, and what it decides for its newsroom. */
export default async function SettingsPage() {
  await requireActor('settings')
  const paper = await findPaper()
  if (!paper) notFound()
  const settings = await getPaperSettings()
  const lacking = await countWithoutTwoStep()
  const t = await getTranslations('newsroomSettings')
  return (
    <>
      <h1 className="text-27">{(await getTranslations('newsroom'))('settings')}</h1>
      <Section title={t('paper')} text={t('paperHint')}>
        <ActForm action={editPaperAction} fields={paperFields(t, paper)} submit={t('save')} />
      </Section>
      <Section title={t('twoStep')} text={t('twoStepHint')}>
        <ActForm
          action={decideTwoStepAction}
          fields={[twoStepField(t, settings.twoStep)]}
          submit={t('save')}
          manner="plain"
        >
          <p className="text-16">
            {t('twoStepTouches', {
              editors: toBengaliDigits(lacking.editors),
              everybody: toBengaliDigits(lacking.everybody),
            })}
          </p>
        </ActForm>
      </Section>
      <Section title={t('aiCrawlers')} text={t('aiCrawlersHint')}>
        <ActForm
          action={decideAiCrawlersAction}
          fields={[aiCrawlersField(t, settings.aiCrawlers)]}
          submit={t('save')}
          manner="plain"
        />
      </Section>
      <Section title={t('checklist')} text={t('checklistHint')}>
        <ActForm
          action={decideChecklistAction}
          fields={checklistFields(t, settings.checklist)}
          submit={t('save')}
          manner="plain"
        />
      </Section>
    </>
  )
}

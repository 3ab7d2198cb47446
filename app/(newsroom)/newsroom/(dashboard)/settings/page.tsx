import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  decideAiCrawlersAction,
  decideChecklistAction,
  decideTwoStepAction,
  editPaperAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/settings-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import {
  aiCrawlersField,
  checklistFields,
  paperFields,
  twoStepFields,
} from '@/components/newsroom/settings/settings-fields'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { findPaper, getPaperSettings } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { countWithoutTwoStep } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('settings') }
}

/** The settings of the paper and its newsroom. */
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
      <FormSection title={t('paper')} text={t('paperHint')}>
        <ActionForm action={editPaperAction} fields={paperFields(t, paper)} submit={t('save')} />
      </FormSection>
      <FormSection title={t('twoStep')} text={t('twoStepHint')}>
        <ActionForm
          action={decideTwoStepAction}
          fields={twoStepFields(t, settings, requestNow())}
          submit={t('save')}
          variant="plain"
        >
          <p className="text-16">
            {t('twoStepTouches', {
              editors: toBengaliDigits(lacking.editors),
              everybody: toBengaliDigits(lacking.everybody),
            })}
          </p>
        </ActionForm>
      </FormSection>
      <FormSection title={t('aiCrawlers')} text={t('aiCrawlersHint')}>
        <ActionForm
          action={decideAiCrawlersAction}
          fields={[aiCrawlersField(t, settings.aiCrawlers)]}
          submit={t('save')}
          variant="plain"
        />
      </FormSection>
      <FormSection title={t('checklist')} text={t('checklistHint')}>
        <ActionForm
          action={decideChecklistAction}
          fields={checklistFields(t, settings.checklist)}
          submit={t('save')}
          variant="plain"
        />
      </FormSection>
    </>
  )
}

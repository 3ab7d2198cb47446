import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  beginTwoStepAction,
  confirmTwoStepAction,
  endTwoStepAction,
  renewRecoveryCodesAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/account-actions'
import { TwoStepSetup } from '@/components/newsroom/account/TwoStepSetup.client'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { Notice } from '@/components/ui/Notice'
import { accountPath } from '@/lib/auth/paths'
import { requireSignedInUser } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAccount')
  return { title: t('twoStep') }
}

/** The second step is set up here, its recovery codes made anew, or it is turned off. */
export default async function TwoStepPage() {
  const { hasTwoStep, mustSetUpTwoStep } = await requireSignedInUser()
  const t = await getTranslations('newsroomTwoStep')
  const account = await getTranslations('newsroomAccount')
  const password: FieldSpec = {
    kind: 'line',
    name: 'current',
    label: t('currentPassword'),
    type: 'password',
    maxLength: 1_000,
    required: true,
    autoComplete: 'current-password',
  }
  return (
    <div className="grid max-w-measure gap-6">
      <h1 className="text-27">{account('twoStep')}</h1>
      {mustSetUpTwoStep && <Notice tone="warning">{t('mustSetUp')}</Notice>}
      <p className="text-16">{t(hasTwoStep ? 'isOn' : 'what')}</p>
      {hasTwoStep ? (
        <>
          <Disclosure look="box" title={t('renewCodes')}>
            <ActionForm
              action={renewRecoveryCodesAction}
              fields={[password]}
              submit={t('renewCodes')}
            >
              <p className="text-16">{t('renewCodesTouches')}</p>
            </ActionForm>
          </Disclosure>
          <Disclosure look="box" title={t('turnOff')} isGrave>
            <ActionForm
              action={endTwoStepAction}
              fields={[password]}
              submit={t('turnOff')}
              variant="grave"
            >
              <p className="text-16">{t('turnOffTouches')}</p>
            </ActionForm>
          </Disclosure>
        </>
      ) : (
        <TwoStepSetup begin={beginTwoStepAction} confirm={confirmTwoStepAction} />
      )}
      <p>
        <ButtonLink href={accountPath}>{t('back')}</ButtonLink>
      </p>
    </div>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { TwoStepSetup } from '@/components/newsroom/account/TwoStepSetup.client'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Fold } from '@/components/newsroom/act/Fold'
import type { FieldSpec } from '@/components/newsroom/act/field-spec'
import { accountPath } from '@/lib/auth/addresses'
import { requireSignedIn } from '@/lib/auth/session'
import {
  beginTwoStepAction,
  confirmTwoStepAction,
  endTwoStepAction,
  renewRecoveryCodesAction,
} from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAccount')
  return { title: t('twoStep') }
}

/** The second step is set up here, its recovery codes made anew, or it is turned off. */
export default async function TwoStepPage() {
  const { hasTwoStep, mustSetUpTwoStep } = await requireSignedIn()
  const t = await getTranslations('newsroomTwoStep')
  const account = await getTranslations('newsroomAccount')
  const password: FieldSpec = {
    ...{ kind: 'line', name: 'current', label: t('currentPassword'), type: 'password' },
    ...{ maxLength: 1_000, required: true, autoComplete: 'current-password' },
  }
  return (
    <div className="grid max-w-measure gap-6">
      <h1 className="text-27">{account('twoStep')}</h1>
      {mustSetUpTwoStep && (
        <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">{t('mustSetUp')}</p>
      )}
      <p className="text-16">{t(hasTwoStep ? 'isOn' : 'what')}</p>
      {hasTwoStep ? (
        <>
          <Fold title={t('renewCodes')}>
            <ActForm action={renewRecoveryCodesAction} fields={[password]} submit={t('renewCodes')}>
              <p className="text-16">{t('renewCodesTouches')}</p>
            </ActForm>
          </Fold>
          <Fold title={t('turnOff')} isGrave>
            <ActForm
              action={endTwoStepAction}
              fields={[password]}
              submit={t('turnOff')}
              manner="grave"
            >
              <p className="text-16">{t('turnOffTouches')}</p>
            </ActForm>
          </Fold>
        </>
      ) : (
        <TwoStepSetup begin={beginTwoStepAction} confirm={confirmTwoStepAction} />
      )}
      <p>
        <Link
          href={accountPath}
          prefetch={false}
          className="inline-flex min-h-11 items-center underline"
        >
          {t('back')}
        </Link>
      </p>
    </div>
  )
}

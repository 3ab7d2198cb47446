'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction, FormState } from '@/components/newsroom/forms/form-state'
import { RecoveryCodes } from '@/components/newsroom/forms/RecoveryCodes'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { Field } from '@/components/ui/Field'

/** The key for the phone: a QR code to scan, and the same key as text. */
export type SetupKey = { qr: string; secret: string; recoveryCodes: string[] }
export type SetupState = (NonNullable<FormState> & { key?: SetupKey }) | null

type TwoStepSetupProps = {
  begin: (state: SetupState, form: FormData) => Promise<SetupState>
  confirm: FormAction
}

/** Password first; then the key for the phone, the recovery codes, and a code from the phone that proves it has the key. */
export function TwoStepSetup({ begin, confirm }: TwoStepSetupProps) {
  const t = useTranslations('newsroomTwoStep')
  const [state, send] = useActionState(begin, null)
  if (state?.key) return <AuthenticatorKey setup={state.key} confirm={confirm} />
  return (
    <form action={send} className="grid gap-5">
      <RefusalNotice state={state} />
      <Field
        label={t('currentPassword')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
      />
      <div>
        <SubmitButton>{t('begin')}</SubmitButton>
      </div>
    </form>
  )
}

function AuthenticatorKey({ setup, confirm }: { setup: SetupKey; confirm: FormAction }) {
  const t = useTranslations('newsroomTwoStep')
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="text-16">{t('scan')}</p>
        {/* biome-ignore lint/performance/noImgElement: drawn for this answer alone, nothing to make smaller. */}
        <img src={setup.qr} alt={t('qr')} width={232} height={232} />
        <p className="text-16">{t('orType')}</p>
        <p className="text-16">
          <code lang="en" className="break-all">
            {setup.secret}
          </code>
        </p>
      </div>
      <RecoveryCodes codes={setup.recoveryCodes} />
      <ActionForm
        action={confirm}
        fields={[
          {
            kind: 'line',
            name: 'code',
            label: t('code'),
            hint: t('codeHint'),
            maxLength: 40,
            required: true,
            autoComplete: 'one-time-code',
            inputMode: 'numeric',
          },
        ]}
        submit={t('turnOn')}
      />
    </div>
  )
}

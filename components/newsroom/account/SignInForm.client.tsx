'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '@/components/newsroom/forms/Field'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'

type SignInFormProps = { action: FormAction; to: string }

/** E-mail and password. The form works before its script has loaded. */
export function SignInForm({ action, to }: SignInFormProps) {
  const t = useTranslations('newsroomAuth')
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid gap-5">
      <RefusalNotice state={state} />
      <input type="hidden" name="to" value={to} />
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        maxLength={254}
        defaultValue={state?.typed?.email}
      />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1000}
      />
      <SubmitButton busy={t('entering')}>{t('enter')}</SubmitButton>
      <Link
        href="/newsroom/reset"
        prefetch={false}
        className="inline-flex min-h-11 items-center underline"
      >
        {t('forgot')}
      </Link>
    </form>
  )
}

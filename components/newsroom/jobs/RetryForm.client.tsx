'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'

type RetryFormProps = { id: string; action: FormAction }

/** Retries a failed job. */
export function RetryForm({ id, action }: RetryFormProps) {
  const t = useTranslations('newsroomJobs')
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice state={state} />
      <SubmitButton variant="plain" busy={t('retrying')}>
        {t('retry')}
      </SubmitButton>
    </form>
  )
}

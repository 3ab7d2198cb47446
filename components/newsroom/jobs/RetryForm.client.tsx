'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { FormAction } from '@/components/newsroom/form-state'
import { RefusalNotice } from '@/components/newsroom/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/SubmitButton.client'

type RetryFormProps = { id: string; action: FormAction }

/** Has a job that failed tried once more. */
export function RetryForm({ id, action }: RetryFormProps) {
  const t = useTranslations('newsroomJobs')
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice state={state} />
      <SubmitButton manner="plain" busy={t('retrying')}>
        {t('retry')}
      </SubmitButton>
    </form>
  )
}

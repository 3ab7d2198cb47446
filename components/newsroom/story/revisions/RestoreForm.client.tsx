'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { toBengaliDigits } from '@/lib/bengali/digits'

type RestoreFormProps = {
  action: FormAction
  story: { id: number; version: number; isPublic: boolean }
  number: number
}

/** Restores the revision, and explains the effect for readers. */
export function RestoreForm({ action, story, number }: RestoreFormProps) {
  const t = useTranslations('newsroomTrail')
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid justify-items-start gap-3 border-t border-rule pt-4">
      <RefusalNotice state={state} />
      <input type="hidden" name="id" value={story.id} />
      <input type="hidden" name="version" value={story.version} />
      <input type="hidden" name="number" value={number} />
      <p className="text-16 text-quiet">{t(story.isPublic ? 'restorePublic' : 'restoreHelp')}</p>
      <SubmitButton variant={story.isPublic ? 'grave' : 'plain'} busy={t('restoring')}>
        {t('restore', { number: toBengaliDigits(number) })}
      </SubmitButton>
    </form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { PictureRecord } from '@/lib/media/library/library'

type DeletePictureProps = { action: FormAction; record: PictureRecord }

/** Deletes the picture after a confirmation. While a story uses the picture, shows the refusal. */
export function DeletePicture({ action, record }: DeletePictureProps) {
  const t = useTranslations('newsroomMedia')
  const [state, send] = useActionState(action, null)
  const isShown = record.uses.some(({ place }) => place !== 'history')
  if (isShown) return <p className="text-16 text-quiet">{t('notDeletable')}</p>
  return (
    <details className="max-w-measure">
      <summary className="min-h-11 content-center text-16 text-accent">{t('delete')}</summary>
      <form action={send} className="grid justify-items-start gap-3 border-accent border-l-4 pl-3">
        <RefusalNotice state={state} />
        <input type="hidden" name="id" value={record.picture.id} />
        <p className="text-16">
          {t('deleteTouches')}{' '}
          {record.useCount > 0 && t('deleteHistory', { count: toBengaliDigits(record.useCount) })}
        </p>
        <SubmitButton variant="grave" busy={t('deleting')}>
          {t('deleteForGood')}
        </SubmitButton>
      </form>
    </details>
  )
}

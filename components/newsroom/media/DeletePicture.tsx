import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { Disclosure } from '@/components/ui/Disclosure'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { PictureRecord } from '@/lib/media/library/library'

type DeletePictureProps = { action: FormAction; record: PictureRecord }

/** Deletes the picture after a confirmation. While a story uses the picture, shows the refusal. */
export function DeletePicture({ action, record }: DeletePictureProps) {
  const t = useTranslations('newsroomMedia')
  const isShown = record.uses.some(({ place }) => place !== 'history')
  if (isShown) return <p className="text-16 text-quiet">{t('notDeletable')}</p>
  return (
    <Disclosure look="box" isGrave title={t('delete')} className="max-w-measure">
      <ActionForm
        action={action}
        hiddenFields={{ id: record.picture.id }}
        submit={t('deleteForGood')}
        busy={t('deleting')}
        variant="grave"
      >
        <p className="text-16">
          {t('deleteTouches')}{' '}
          {record.useCount > 0 && t('deleteHistory', { count: toBengaliDigits(record.useCount) })}
        </p>
      </ActionForm>
    </Disclosure>
  )
}

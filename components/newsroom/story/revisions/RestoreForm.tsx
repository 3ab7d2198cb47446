import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { toBengaliDigits } from '@/lib/bengali/digits'

type RestoreFormProps = {
  action: FormAction
  story: { id: number; version: number; isPublic: boolean }
  number: number
}

/** Restores the revision, and explains the effect for readers. */
export function RestoreForm({ action, story, number }: RestoreFormProps) {
  const t = useTranslations('newsroomTrail')
  const { id, version, isPublic } = story
  return (
    <div className="border-t border-rule pt-4">
      <ActionForm
        action={action}
        hiddenFields={{ id, version, number }}
        submit={t('restore', { number: toBengaliDigits(number) })}
        busy={t('restoring')}
        variant="plain"
      >
        <p className="text-16 text-quiet">{t(isPublic ? 'restorePublic' : 'restoreHelp')}</p>
      </ActionForm>
    </div>
  )
}

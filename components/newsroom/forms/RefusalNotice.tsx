import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { FormState } from './form-state'

/** The refusal of a form, announced at once by screen readers. */
export function RefusalNotice({ state }: { state: FormState }) {
  const t = useTranslations()
  return (
    <Notice tone="error">
      {state?.refusal && (
        <>
          {t(`refusals.${state.refusal}`)}
          {state.waitMinutes !== undefined && (
            <> {t('newsroomAuth.waitMinutes', { minutes: toBengaliDigits(state.waitMinutes) })}</>
          )}
        </>
      )}
    </Notice>
  )
}

import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { FormState } from './form-state'

/** The refusal of a form, announced at once by screen readers. */
export function RefusalNotice({ state }: { state: FormState }) {
  const t = useTranslations()
  return (
    <div role="alert" className="empty:hidden">
      {state && (
        <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">
          {t(`refusals.${state.refusal}`)}
          {state.waitMinutes !== undefined && (
            <> {t('newsroomAuth.waitMinutes', { minutes: toBengaliDigits(state.waitMinutes) })}</>
          )}
        </p>
      )}
    </div>
  )
}

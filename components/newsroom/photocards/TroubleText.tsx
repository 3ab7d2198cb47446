import { useTranslations } from 'next-intl'
import type { Trouble } from './use-maker'

type TroubleTextProps = { trouble: Trouble | null; again?: () => void }

/** Why it was not done, told at once to who does not see it. */
export function TroubleText({ trouble, again }: TroubleTextProps) {
  const t = useTranslations()
  return (
    <div role="alert" className="grid justify-items-start gap-2 empty:hidden">
      {trouble && (
        <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">
          {trouble === 'offline' ? t('newsroomPhotocards.offline') : t(`refusals.${trouble}`)}
        </p>
      )}
      {trouble && again && (
        <button type="button" onClick={again} className="min-h-11 border border-edge px-4 text-16">
          {t('newsroomPhotocards.again')}
        </button>
      )}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import type { PhotocardError } from './photocard-requests'

type PhotocardErrorTextProps = { error: PhotocardError | null; onRetry?: () => void }

/** The error, announced at once by screen readers. */
export function PhotocardErrorText({ error, onRetry }: PhotocardErrorTextProps) {
  const t = useTranslations()
  return (
    <div role="alert" className="grid justify-items-start gap-2 empty:hidden">
      {error && (
        <p className="border-l-4 border-accent bg-wash px-3 py-2 text-16">
          {error === 'offline' ? t('newsroomPhotocards.offline') : t(`refusals.${error}`)}
        </p>
      )}
      {error && onRetry && (
        <button
          type="button"
          onClick={onRetry}
          className="min-h-11 border border-edge px-4 text-16"
        >
          {t('newsroomPhotocards.again')}
        </button>
      )}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { PhotocardError } from './photocard-requests'

type PhotocardErrorTextProps = { error: PhotocardError | null; onRetry?: () => void }

/** The error, announced at once by screen readers. */
export function PhotocardErrorText({ error, onRetry }: PhotocardErrorTextProps) {
  const t = useTranslations()
  return (
    <div className="grid justify-items-start gap-2">
      <Notice tone="error">
        {error && (error === 'offline' ? t('newsroomPhotocards.offline') : t(`refusals.${error}`))}
      </Notice>
      {error && onRetry && (
        <Button onClick={onRetry} variant="choice">
          {t('newsroomPhotocards.again')}
        </Button>
      )}
    </div>
  )
}

import { useMessages, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Refusal } from '@/lib/outcome'

/** The message for a failed upload: the refusal, or a general error. */
export function useUploadErrorText(): (error: unknown) => string {
  const t = useTranslations('newsroomEditor')
  const refusals = useTranslations('refusals')
  const { refusals: known } = useMessages()
  return useCallback(
    (error) => {
      const reason = error instanceof Error ? error.message : ''
      return reason in (known ?? {}) ? refusals(reason as Refusal) : t('uploadFailed')
    },
    [t, refusals, known],
  )
}

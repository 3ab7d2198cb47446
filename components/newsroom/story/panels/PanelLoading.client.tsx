'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'

type PanelLoadingProps = { error?: Error | null; retry?: () => void }

/** The fallback of a tool whose script is loading or failed to load. */
export function PanelLoading({ error, retry }: PanelLoadingProps) {
  const t = useTranslations('newsroomStory')
  if (!error) return <p className="text-16 text-quiet">{t('toolLoading')}</p>
  return (
    <div role="alert" className="grid justify-items-start gap-3 text-16">
      <p>{t('toolFailed')}</p>
      <Button onClick={retry}>{t('again')}</Button>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'

type PanelLoadingProps = { error?: Error | null; retry?: () => void }

/** The fallback of a tool whose script is loading or failed to load. */
export function PanelLoading({ error, retry }: PanelLoadingProps) {
  const t = useTranslations('newsroomStory')
  if (!error) return <p className="text-16 text-quiet">{t('toolLoading')}</p>
  return (
    <div role="alert" className="grid justify-items-start gap-3 text-16">
      <p>{t('toolFailed')}</p>
      <button type="button" onClick={retry} className="min-h-11 border border-edge px-4 font-bold">
        {t('again')}
      </button>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'

export default function DashboardError({ reset }: { reset: () => void }) {
  const t = useTranslations('newsroom')
  return (
    <ErrorPage title={t('brokenTitle')} text={t('broken')} startLabel={t('toStart')}>
      <button type="button" onClick={reset} className="min-h-11 bg-ink px-4 font-bold text-paper">
        {t('again')}
      </button>
    </ErrorPage>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { ErrorPage } from '@/components/newsroom/shell/ErrorPage'
import { Button } from '@/components/ui/Button'

export default function DashboardError({ reset }: { reset: () => void }) {
  const t = useTranslations('newsroom')
  return (
    <ErrorPage title={t('brokenTitle')} text={t('broken')} startLabel={t('toStart')}>
      <Button onClick={reset} variant="main">
        {t('again')}
      </Button>
    </ErrorPage>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Standstill } from '@/components/newsroom/Standstill'

export default function Broken({ reset }: { reset: () => void }) {
  const t = useTranslations('newsroom')
  return (
    <Standstill title={t('brokenTitle')} text={t('broken')} toStart={t('toStart')}>
      <button type="button" onClick={reset} className="min-h-11 bg-ink px-4 font-bold text-paper">
        {t('again')}
      </button>
    </Standstill>
  )
}

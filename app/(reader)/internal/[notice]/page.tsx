import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/site/Notice'
import { MissingPage } from '../../MissingPage'

export const metadata: Metadata = { robots: { index: false } }

/**
 * What the press shows when it has no document: it asks for these itself, no reader's address leads here. The page
 * for bad times needs neither database nor settings.
 */
export default async function InternalPage({ params }: PageProps<'/internal/[notice]'>) {
  const { notice } = await params
  if (notice !== 'unavailable') return <MissingPage path="/internal" />
  return <UnavailablePage />
}

function UnavailablePage() {
  const t = useTranslations('errors')
  return (
    <main className="mx-auto max-w-page px-4">
      <title>{t('unavailableTitle')}</title>
      <Notice title={t('unavailableTitle')} text={t('unavailable')}>
        <a href="/" className="inline-flex min-h-11 items-center text-18 font-bold text-accent">
          {t('toHome')} →
        </a>
      </Notice>
    </main>
  )
}

import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/Page'
import { VerifyForm } from '@/components/verify/VerifyForm'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify')
  const { paper } = await getSiteInfo(requestNow())
  return { title: `${t('title')} | ${paper.name}`, robots: { index: false } }
}

/** The page where readers verify a photocard. */
export default async function VerifyPage() {
  const now = requestNow()
  const masthead = await getSiteInfo(now)
  return (
    <Page masthead={masthead} now={now}>
      <VerifyIntro paper={masthead.paper.name} />
    </Page>
  )
}

function VerifyIntro({ paper }: { paper: string }) {
  const t = useTranslations('verify')
  return (
    <div className="grid gap-6 py-6">
      <header className="section-rule grid max-w-measure gap-2 pt-3">
        <h1 className="text-27 md:text-34">{t('title')}</h1>
        <p className="text-18">{t('about', { paper })}</p>
      </header>
      <VerifyForm />
    </div>
  )
}

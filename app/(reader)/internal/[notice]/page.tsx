import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { NextLink } from '@/components/ui/TapLink'
import { VerifyForm } from '@/components/verify/VerifyForm'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'

export const metadata: Metadata = notFoundMetadata

/**
 * The documents for the server's error responses. The server requests them itself; no reader's address leads here. The
 * page is rendered in advance, with the masthead, or without it when the masthead cannot be rendered.
 */
export default async function InternalPage({ params }: PageProps<'/internal/[notice]'>) {
  const { notice } = await params
  if (notice === 'too-many-tries') return <TooManyTriesPage />
  if (notice !== 'unavailable') return <NotFoundPage path="/internal" />
  const now = requestNow()
  const masthead = await getSiteInfo(now).catch(() => null)
  if (!masthead) return <UnavailableNotice />
  return (
    <Page masthead={masthead} now={now}>
      <UnavailableNotice />
    </Page>
  )
}

/** The response after too many unknown photocard codes: server/rate-limit/rate-limiter.ts. */
async function TooManyTriesPage() {
  const now = requestNow()
  return (
    <Page masthead={await getSiteInfo(now)} now={now}>
      <TooManyTriesNotice />
    </Page>
  )
}

function TooManyTriesNotice() {
  const t = useTranslations('verify')
  return (
    <PageNotice title={t('tooManyTitle')} text={t('tooMany')}>
      <VerifyForm />
    </PageNotice>
  )
}

function UnavailableNotice() {
  const t = useTranslations('errors')
  return (
    <PageNotice title={t('unavailableTitle')} text={t('unavailable')}>
      <NextLink href="/" className="text-18">
        {t('toHome')}
      </NextLink>
    </PageNotice>
  )
}

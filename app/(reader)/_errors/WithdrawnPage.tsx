import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { NextLink } from '@/components/ui/TapLink'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { setStatus } from '@/lib/render-context/response'

/** The response to the address of a withdrawn story: 410. */
export async function WithdrawnPage() {
  setStatus(410)
  const now = requestNow()
  return (
    <Page masthead={await getSiteInfo(now)} now={now}>
      <WithdrawnNotice />
    </Page>
  )
}

function WithdrawnNotice() {
  const t = useTranslations()
  return (
    <PageNotice title={t('article.withdrawnTitle')} text={t('article.withdrawn')}>
      <NextLink href="/" className="text-18">
        {t('errors.toHome')}
      </NextLink>
    </PageNotice>
  )
}

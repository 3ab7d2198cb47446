import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { NextLink } from '@/components/ui/TapLink'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { setStatus } from '@/lib/render-context/response'

type WithdrawnPageProps = { headline: string | null; reason: string | null }

/** The response to the address of a withdrawn story: 410, with what its editor tells readers. */
export async function WithdrawnPage(notice: WithdrawnPageProps) {
  setStatus(410)
  const now = requestNow()
  return (
    <Page masthead={await getSiteInfo(now)} now={now}>
      <WithdrawnNotice {...notice} />
    </Page>
  )
}

function WithdrawnNotice({ headline, reason }: WithdrawnPageProps) {
  const t = useTranslations()
  return (
    <PageNotice
      title={t('article.withdrawnTitle')}
      text={reason ? t('article.withdrawnReason', { reason }) : t('article.withdrawn')}
    >
      {headline && <p className="text-18">{t('article.withdrawnStory', { headline })}</p>}
      <NextLink href="/" className="text-18">
        {t('errors.toHome')}
      </NextLink>
    </PageNotice>
  )
}

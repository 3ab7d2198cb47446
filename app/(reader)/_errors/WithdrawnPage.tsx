import { useTranslations } from 'next-intl'
import { Notice } from '@/components/site/Notice'
import { Page } from '@/components/site/Page'
import { Arrow } from '@/components/ui/Arrow'
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
    <Notice title={t('article.withdrawnTitle')} text={t('article.withdrawn')}>
      <a
        href="/"
        className="inline-flex min-h-11 min-w-11 items-center gap-1.5 text-18 font-bold text-accent"
      >
        {t('errors.toHome')} <Arrow to="next" />
      </a>
    </Notice>
  )
}

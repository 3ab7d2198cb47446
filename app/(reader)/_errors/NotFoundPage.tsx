import { useTranslations } from 'next-intl'
import { LatestColumn } from '@/components/front/LatestColumn'
import { SearchForm } from '@/components/search/SearchForm'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { NextLink } from '@/components/ui/TapLink'
import { listLatest } from '@/lib/articles/queries'
import { findRedirect, getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { redirectTo, setStatus } from '@/lib/render-context/response'

const suggestedCount = 8

/** The response to an unknown address: a redirect to its new address, or 404 with the newest stories. */
export async function NotFoundPage({ path }: { path: string }) {
  const now = requestNow()
  const target = await findRedirect(path)
  if (target) {
    redirectTo(target, 301)
    return null
  }
  setStatus(404)
  const [masthead, latest] = await Promise.all([getSiteInfo(now), listLatest(suggestedCount, now)])
  return (
    <Page masthead={masthead} now={now}>
      <NotFoundNotice />
      <div className="max-w-measure">
        <LatestColumn stories={latest} now={now} />
      </div>
    </Page>
  )
}

function NotFoundNotice() {
  const t = useTranslations('errors')
  return (
    <PageNotice title={t('notFoundTitle')} text={t('notFound')}>
      <SearchForm />
      <NextLink href="/" className="text-18">
        {t('toHome')}
      </NextLink>
    </PageNotice>
  )
}

import type { Metadata } from 'next'
import { getImprint } from '@/app/(reader)/_metadata/imprint'
import { pageMetadata } from '@/app/(reader)/_metadata/page-metadata'
import { FrontView } from '@/components/front/FrontView'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { env } from '@/lib/env'
import { getFront } from '@/lib/front/queries'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { paperData, siteData } from '@/lib/seo/json-ld/paper'

/** Verifies the owner of the site for search engines (docs/seo.md). */
const siteVerification = {
  google: env.GOOGLE_SITE_VERIFICATION,
  other: env.BING_SITE_VERIFICATION ? { 'msvalidate.01': env.BING_SITE_VERIFICATION } : undefined,
}

export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await getSiteInfo(requestNow())
  const head = await pageMetadata({
    title: paper.name,
    wholeTitle: `${paper.name} | ${paper.tagline}`,
    description: paper.tagline,
    path: '/',
    feedOf: { listPath: '/', title: paper.name },
  })
  return { ...head, verification: siteVerification }
}

export default async function FrontPage() {
  const now = requestNow()
  const masthead = await getSiteInfo(now)
  const front = await getFront(masthead.categories, now)
  const imprint = await getImprint()
  return (
    <>
      <Page masthead={masthead} now={now} isFront>
        <FrontView front={front} now={now} />
      </Page>
      <JsonLd things={[paperData(imprint), siteData(imprint)]} />
    </>
  )
}

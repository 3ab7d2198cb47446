import type { Metadata } from 'next'
import { FrontView } from '@/components/front/FrontView'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { requestNow } from '@/lib/document/now'
import { getFront } from '@/lib/front/queries'
import { getMasthead } from '@/lib/paper/queries'
import { paperData, siteData } from '@/lib/seo/json-ld-paper'
import { getImprint } from './imprint'
import { pageMetadata } from './page-metadata'

export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await getMasthead(requestNow())
  return pageMetadata({
    title: paper.name,
    wholeTitle: `${paper.name} | ${paper.tagline}`,
    description: paper.tagline,
    path: '/',
  })
}

export default async function FrontPage() {
  const now = requestNow()
  const masthead = await getMasthead(now)
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

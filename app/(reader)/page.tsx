import type { Metadata } from 'next'
import { FrontView } from '@/components/front/FrontView'
import { Page } from '@/components/site/Page'
import { requestNow } from '@/lib/document/now'
import { getFront } from '@/lib/front/queries'
import { getMasthead } from '@/lib/paper/queries'

export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await getMasthead(requestNow())
  return {
    title: `${paper.name} | ${paper.tagline}`,
    description: paper.tagline,
    alternates: { canonical: '/' },
  }
}

export default async function FrontPage() {
  const now = requestNow()
  const masthead = await getMasthead(now)
  const front = await getFront(masthead.categories, now)
  return (
    <Page masthead={masthead} now={now} isFront>
      <FrontView front={front} now={now} />
    </Page>
  )
}

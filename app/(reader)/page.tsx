import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { CategoryBlock } from '@/components/front/CategoryBlock'
import { FrontLead } from '@/components/front/FrontLead'
import { LatestColumn } from '@/components/front/LatestColumn'
import { MostRead } from '@/components/front/MostRead'
import { Seconds } from '@/components/front/Seconds'
import { Page } from '@/components/site/Page'
import { requestNow } from '@/lib/document/now'
import { type Front, underLeadCount } from '@/lib/front/front'
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
      <FrontTop front={front} now={now} />
      <div className="grid gap-10 pt-10">
        <MostRead stories={front.mostRead} />
        {front.blocks.map((block, index) => (
          <CategoryBlock
            key={block.category.id}
            block={block}
            rhythm={index % 2 === 0 ? 'lead' : 'row'}
            now={now}
          />
        ))}
      </div>
    </Page>
  )
}

/** The lead with its seconds, and the latest column beside them. */
function FrontTop({ front, now }: { front: Front; now: Date }) {
  const t = useTranslations()
  if (!front.lead) return <p className="py-10 text-18">{t('list.empty')}</p>
  return (
    <div className="grid gap-x-6 md:pt-6 lg:grid-cols-12">
      <div className="lg:col-span-6">
        <section aria-label={t('front.lead')}>
          <FrontLead story={front.lead} now={now} />
        </section>
        <Seconds stories={front.seconds.slice(0, underLeadCount)} isUnderLead now={now} />
      </div>
      <div className="lg:col-span-3">
        <Seconds stories={front.seconds.slice(underLeadCount)} now={now} />
      </div>
      <div className="pt-4 lg:col-span-3 lg:pt-0">
        <LatestColumn stories={front.latest} now={now} />
      </div>
    </div>
  )
}

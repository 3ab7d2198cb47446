import { useTranslations } from 'next-intl'
import { type Front, underLeadCount } from '@/lib/front/front'
import { BreakingStrip } from './BreakingStrip'
import { CategoryBlock } from './CategoryBlock'
import { FrontLead } from './FrontLead'
import { LatestColumn } from './LatestColumn'
import { MostRead } from './MostRead'
import { Seconds } from './Seconds'

type FrontViewProps = { front: Front; now: Date }

/**
 * All of the front page between masthead and footer. Whoever looks at a front that readers do not have yet (other pins,
 * a story that is being written) draws this with a front set from other material: `composeFront` of what `getFrontMaterial`
 * answers, with pins given, or with `withPreviewStory`.
 */
export function FrontView({ front, now }: FrontViewProps) {
  return (
    <>
      {front.breaking && <BreakingStrip breaking={front.breaking} />}
      <FrontTop front={front} now={now} />
      <div className="grid gap-10 pt-10">
        <MostRead stories={front.mostRead} />
        {front.blocks.map((block, index) => (
          <CategoryBlock
            key={block.category.id}
            block={block}
            layout={index % 2 === 0 ? 'lead' : 'row'}
            now={now}
          />
        ))}
      </div>
    </>
  )
}

/** The lead with its seconds, and the latest column beside them. */
function FrontTop({ front, now }: FrontViewProps) {
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
      <div className="later lg:col-span-3">
        <Seconds stories={front.seconds.slice(underLeadCount)} now={now} />
      </div>
      <div className="pt-4 lg:col-span-3 lg:pt-0">
        <LatestColumn stories={front.latest} now={now} />
      </div>
    </div>
  )
}

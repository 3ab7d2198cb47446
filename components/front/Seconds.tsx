import { useTranslations } from 'next-intl'
import type { StorySummary } from '@/lib/content-model/article'
import { Second } from './Second'

type SecondsProps = { stories: StorySummary[]; isUnderLead?: boolean; now: Date }

/** Seconds side by side under the lead, or one above the other in the column beside it. */
export function Seconds({ stories, isUnderLead = false, now }: SecondsProps) {
  const t = useTranslations('front')
  if (stories.length === 0) return null
  const columns = isUnderLead
    ? 'md:grid-cols-2 lg:mt-4 lg:pt-4'
    : 'md:grid-cols-3 lg:grid-cols-1 lg:border-t-0 lg:[&>*+*]:border-t'
  return (
    <ul
      aria-label={t('seconds')}
      className={`hairlines grid border-t border-rule md:gap-x-6 md:[&>*]:border-t-0 ${columns}`}
    >
      {stories.map((story) => (
        <Second key={story.id} story={story} isUnderLead={isUnderLead} now={now} />
      ))}
    </ul>
  )
}

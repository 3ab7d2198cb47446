import { useTranslations } from 'next-intl'
import { type StoryProps, StoryText } from '@/components/list/StoryText'
import { Photo } from '@/components/ui/Photo'
import type { StorySummary } from '@/lib/content-model/article'

type SecondsProps = {
  stories: StorySummary[]
  /** Under the lead a second is text on wide pages: one picture leads. */
  isUnderLead?: boolean
  now: Date
}

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

const sizes = '(min-width: 64rem) 18rem, (min-width: 48rem) 45vw, 7.5rem'

/** A story next in rank to the lead: a small picture at the right on phones, above the headline from 768 px. */
function Second({ story, isUnderLead, now }: StoryProps & { isUnderLead: boolean }) {
  const styles = {
    headline: story.image ? 'text-18 leading-normal' : 'text-22 lg:text-18 lg:leading-normal',
    standfirst: `line-clamp-3 text-16 text-quiet ${isUnderLead || !story.image ? 'hidden lg:[display:-webkit-box]' : 'hidden'}`,
  }
  return (
    <li
      className={`story flex gap-4 py-4 md:flex-col md:gap-2 ${isUnderLead ? 'lg:pt-0' : 'lg:first:pt-0'}`}
    >
      <div className="grid flex-1 content-start gap-1">
        <StoryText story={story} now={now} level="h2" {...styles} hasKicker />
      </div>
      {story.image && (
        <div className={`w-30 shrink-0 md:order-first md:w-full ${isUnderLead ? 'lg:hidden' : ''}`}>
          <Photo picture={story.image} sizes={sizes} widest={640} isDecorative />
        </div>
      )}
    </li>
  )
}

import { useTranslations } from 'next-intl'
import { StoryText } from '@/components/list/StoryText'
import { Photo } from '@/components/ui/Photo'
import type { StorySummary } from '@/lib/content-model/article'

type ReadMoreProps = { stories: StorySummary[]; now: Date }

const sizes = '(min-width: 64rem) 14rem, (min-width: 48rem) 23vw, 45vw'

/** আরও পড়ুন: stories from across the paper. */
export function ReadMore({ stories, now }: ReadMoreProps) {
  const t = useTranslations('article')
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="read-more" className="no-print section-rule later mt-10">
      <h2 id="read-more" className="py-2 text-22">
        {t('readMore')}
      </h2>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 md:grid-cols-4 lg:grid-cols-5 lg:gap-x-6">
        {stories.map((story) => (
          <li key={story.id} className="story flex flex-col gap-2">
            {story.image && <Photo picture={story.image} sizes={sizes} widest={480} isDecorative />}
            <StoryText
              story={story}
              now={now}
              level="h3"
              headline={
                story.image
                  ? 'line-clamp-3 pt-1 text-16 leading-normal'
                  : 'line-clamp-6 border-t border-rule pt-3 text-18 leading-normal'
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

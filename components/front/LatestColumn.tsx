import { useTranslations } from 'next-intl'
import { StoryText } from '@/components/list/StoryText'
import { NextLink } from '@/components/ui/TapLink'
import type { StorySummary } from '@/lib/content-model/article'

/** সর্বশেষ: the newest stories of the paper with their times. */
export function LatestColumn({ stories, now }: { stories: StorySummary[]; now: Date }) {
  const t = useTranslations('list')
  return (
    <section aria-labelledby="latest" className="section-rule later">
      <h2 id="latest" className="py-2 text-22 text-accent">
        {t('latest')}
      </h2>
      <ol className="hairlines">
        {stories.map((story) => (
          <li key={story.id} className="story py-3">
            <StoryText story={story} now={now} level="h3" headline="text-16 leading-normal" />
          </li>
        ))}
      </ol>
      <NextLink href="/latest">{t('seeAll')}</NextLink>
    </section>
  )
}

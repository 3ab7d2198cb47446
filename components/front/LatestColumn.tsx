import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { Headline } from '@/components/ui/Headline'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type LatestColumnProps = { stories: StorySummary[]; now: Date }

/** সর্বশেষ: the paper's clock, lines of text with their time. */
export function LatestColumn({ stories, now }: LatestColumnProps) {
  const t = useTranslations('list')
  return (
    <section aria-labelledby="latest" className="section-rule later">
      <h2 id="latest" className="py-2 text-22 text-accent">
        {t('latest')}
      </h2>
      <ol className="hairlines">
        {stories.map((story) => (
          <li key={story.id} className="story py-3">
            <h3 className="text-16 leading-normal">
              <a href={articlePath(story)} className="story-link">
                <Headline text={story.headline} />
              </a>
            </h3>
            <ListStamp at={story.publicAt} now={now} />
          </li>
        ))}
      </ol>
      <a
        href="/latest"
        className="inline-flex min-h-11 min-w-11 items-center gap-1.5 text-16 font-bold text-accent"
      >
        {t('seeAll')} <Arrow to="next" />
      </a>
    </section>
  )
}

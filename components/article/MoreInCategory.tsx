import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { Headline } from '@/components/ui/Headline'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type MoreInCategoryProps = {
  stories: StorySummary[]
  category: { slug: string; name: string }
  now: Date
}

/** এই বিভাগের আরও: the newest stories of the same category, and a link to the rest. */
export function MoreInCategory({ stories, category, now }: MoreInCategoryProps) {
  const t = useTranslations('article')
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="more-in-category" className="section-rule later">
      <h2 id="more-in-category" className="py-2 text-22">
        {t('moreInCategory')}
      </h2>
      <ul className="hairlines">
        {stories.map((story) => (
          <li key={story.id} className="story py-3">
            <h3 className="text-18 leading-normal">
              <a href={articlePath(story)} className="story-link">
                <Headline text={story.headline} />
              </a>
            </h3>
            <ListStamp at={story.publicAt} now={now} />
          </li>
        ))}
      </ul>
      <a
        href={`/${category.slug}`}
        aria-label={t('moreOf', { category: category.name })}
        className="inline-flex min-h-11 min-w-11 items-center gap-1.5 text-16 font-bold text-accent"
      >
        {t('more')} <Arrow to="next" />
      </a>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { StoryText } from '@/components/list/StoryText'
import { NextLink } from '@/components/ui/TapLink'
import type { StorySummary } from '@/lib/content-model/article'

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
            <StoryText story={story} now={now} level="h3" headline="text-18 leading-normal" />
          </li>
        ))}
      </ul>
      <NextLink href={`/${category.slug}`} aria-label={t('moreOf', { category: category.name })}>
        {t('more')}
      </NextLink>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { Headline } from '@/components/ui/Headline'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

/** সর্বাধিক পঠিত: the most read stories, numbered; nothing while there are too few reads for a list. */
export function MostRead({ stories }: { stories: StorySummary[] }) {
  const t = useTranslations('front')
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="most-read" className="section-rule later">
      <h2 id="most-read" className="py-2 text-22 lg:text-27">
        {t('mostRead')}
      </h2>
      <ol className="hairlines grid md:grid-cols-5 md:gap-6 md:[&>*]:border-t-0">
        {stories.map((story, index) => (
          <li key={story.id} className="story flex gap-4 py-3 md:flex-col md:gap-1 md:py-0">
            <span aria-hidden="true" className="w-5 shrink-0 font-headline text-27 text-quiet">
              {toBengaliDigits(index + 1)}
            </span>
            <h3 className="text-18 leading-normal">
              <a href={articlePath(story)} className="story-link">
                <Headline text={story.headline} />
              </a>
            </h3>
          </li>
        ))}
      </ol>
    </section>
  )
}

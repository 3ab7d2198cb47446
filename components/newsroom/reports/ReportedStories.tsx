import { useTranslations } from 'next-intl'
import { StoryListItem } from '@/components/newsroom/lists/StoryListItem'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { ListedStory } from '@/lib/newsroom/story-lists/story-lists'

type ReportedStoriesProps = { stories: ListedStory[]; count: number; now: Date }

/** On the start page: the stories in which readers reported faults, the longest waiting first. */
export function ReportedStories({ stories, count, now }: ReportedStoriesProps) {
  const t = useTranslations('newsroomReports')
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="reported" className="border-t-[3px] border-ink">
      <h2 id="reported" className="py-2 text-22">
        {t('count', { count: toBengaliDigits(count) })}
      </h2>
      <ol className="hairlines border-t border-rule">
        {stories.map((story) => (
          <StoryListItem key={story.id} story={story} now={now} heading="h3" />
        ))}
      </ol>
    </section>
  )
}

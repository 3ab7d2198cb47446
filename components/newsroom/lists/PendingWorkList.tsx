import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { listPath } from '@/lib/newsroom/story-lists/list-address'
import type { PendingWorkSection } from '@/lib/newsroom/story-lists/pending-work'
import { StoryListItem } from './StoryListItem'

type PendingWorkListProps = { part: PendingWorkSection; now: Date }

/** The first stories that await the signed-in user. */
export function PendingWorkList({
  part: { name, list, stories, hasMore },
  now,
}: PendingWorkListProps) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  return (
    <section aria-labelledby={`waiting-${name}`} className="border-t-[3px] border-ink">
      <h2 id={`waiting-${name}`} className="py-2 text-22">
        {tAll(`newsroomWaiting.${name}`)}
      </h2>
      {stories.length === 0 ? (
        <p className="pb-2 text-16 text-quiet">{tAll(`newsroomNoneWaiting.${name}`)}</p>
      ) : (
        <ol className="hairlines border-t border-rule">
          {stories.map((story) => (
            <StoryListItem key={story.id} story={story} now={now} heading="h3" />
          ))}
        </ol>
      )}
      {hasMore && (
        <ButtonLink href={listPath(list)} isBold>
          {t('seeAll')}
        </ButtonLink>
      )}
    </section>
  )
}

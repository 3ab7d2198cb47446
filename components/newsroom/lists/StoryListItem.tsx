import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { tapTarget } from '@/components/ui/tap-target'
import { formatAgo, formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { formatDuration } from '@/lib/bengali/calendar/duration'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { joinList } from '@/lib/bengali/text/lists'
import { reportsPath, storyPath } from '@/lib/newsroom/draft/working-copy'
import type { ListedStory } from '@/lib/newsroom/story-lists/story-lists'

type StoryListItemProps = {
  story: ListedStory
  now: Date
  /** The level of the headline's heading, below that of the list. */
  heading: 'h2' | 'h3'
  /** The actions for this row. */
  actions?: ReactNode
}

/** A story in a list: a line on wide screens, a card on phones. Its headline opens it. */
export function StoryListItem({ story, now, heading: Heading, actions }: StoryListItemProps) {
  const t = useTranslations('newsroomLists')
  const { headline, beginning, category, bylines, lockHolder, lastChange } = story
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[minmax(0,1fr)_14rem_13rem]">
      <div className="grid content-start gap-1">
        <Heading className="text-18 leading-normal">
          <Link
            href={storyPath(story.id)}
            prefetch={false}
            className={tapTarget({ shape: 'inline', className: 'md:min-h-0' })}
          >
            {headline || (
              <span className="font-normal text-quiet">
                {beginning ? t('untitledBegins', { beginning }) : t('untitled')}
              </span>
            )}
          </Link>
        </Heading>
        <p className="text-14 text-quiet">
          {category.name}
          {bylines.length > 0 && ` · ${joinList(bylines)}`}
        </p>
        {lockHolder && <p className="text-14 font-bold">{t('pen', { name: lockHolder })}</p>}
      </div>
      <div className="grid content-start gap-1 text-14">
        <StateText story={story} now={now} />
        {story.sentBack?.note && (
          <p className="whitespace-pre-line">
            {t('sentBackNote', { name: story.sentBack.by, note: story.sentBack.note })}
          </p>
        )}
        {story.hasUnpublished && <UnpublishedChange isPlanned={isPlanned(story.state)} />}
        {story.openReports > 0 && <OpenReports id={story.id} count={story.openReports} />}
      </div>
      <div className="grid content-start gap-2 text-14 text-quiet">
        <p>
          <time dateTime={toIsoInZone(lastChange.at)} title={formatStamp(lastChange.at)}>
            {formatAgo(lastChange.at, now)}
          </time>
          {lastChange.by && ` · ${lastChange.by}`}
        </p>
        {actions}
      </div>
    </li>
  )
}

function OpenReports({ id, count }: { id: number; count: number }) {
  const t = useTranslations('newsroomReports')
  return (
    <Link
      href={reportsPath(id)}
      prefetch={false}
      className={tapTarget({
        shape: 'inline',
        className: 'font-bold text-accent underline underline-offset-4 md:min-h-0',
      })}
    >
      {t('count', { count: toBengaliDigits(count) })}
    </Link>
  )
}

const isPlanned = (state: ListedStory['state']) => state === 'scheduled' || state === 'late'

/** Readers do not get what was written since: of a planned story an editor must know before its time. */
function UnpublishedChange({ isPlanned: isUrgent }: { isPlanned: boolean }) {
  const t = useTranslations()
  return isUrgent ? (
    <p className="font-bold text-accent">{t('newsroomPublish.changedAfterPlan')}</p>
  ) : (
    <p className="text-quiet">{t('newsroomLists.hasUnpublished')}</p>
  )
}

const needsAttention = (state: ListedStory['state']) => state === 'late' || state === 'sentBack'

/** The status of the story. A scheduled story shows the time left or how late it is. */
function StateText({
  story: { state, publicAt, isWaitingForEmbargo },
  now,
}: Pick<StoryListItemProps, 'story' | 'now'>) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  const remainingMs = publicAt ? publicAt.getTime() - now.getTime() : 0
  return (
    <>
      <p className={`font-bold ${needsAttention(state) ? 'text-accent' : ''}`}>
        {state === 'late'
          ? t('late', { span: formatDuration(-remainingMs) })
          : state === 'scheduled' && isWaitingForEmbargo
            ? t('embargo')
            : tAll(`newsroomStates.${state}`)}
      </p>
      {state === 'scheduled' && publicAt && (
        <p>
          {t('inTime', { span: formatDuration(remainingMs) })}
          <span className="block text-quiet">
            <time dateTime={toIsoInZone(publicAt)}>{formatStamp(publicAt)}</time>
          </span>
        </p>
      )}
      {state === 'published' && publicAt && (
        <p className="text-quiet">
          <time dateTime={toIsoInZone(publicAt)}>{formatStamp(publicAt)}</time>
        </p>
      )}
    </>
  )
}

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import type { PublishingState } from '@/lib/newsroom/publish/publishing-state'
import { InstantText } from './InstantText'

type StatusTextProps = { publishing: PublishingState; now: Date }

/** The status of the story in words, with its time. */
export function StatusText({ publishing, now }: StatusTextProps) {
  const t = useTranslations('newsroomPublish')
  const { status, isPublic, publishAt, publishedAt, embargoUntil, withdrawn, path } = publishing
  const since = publishedAt ?? publishAt
  return (
    <div className="grid gap-1 text-16">
      <p>
        <strong>{t(`states.${isPublic ? 'published' : status}`)}</strong>
        {isPublic && since && (
          <>
            {': '}
            <InstantText instant={since} now={now} />
          </>
        )}
        {!isPublic && status === 'scheduled' && publishAt && (
          <>
            {': '}
            <InstantText instant={publishAt} now={now} />
          </>
        )}
      </p>
      {embargoUntil && embargoUntil > now && (
        <p>
          {t('embargoUntil')} <InstantText instant={embargoUntil} now={now} />
        </p>
      )}
      {isPublic && (
        <p>
          <ButtonLink href={path} target="_blank" rel="noreferrer">
            {t('readersPage', { path })}
          </ButtonLink>
        </p>
      )}
      {withdrawn && (
        <p>
          <InstantText instant={withdrawn.at} now={now} />
          {withdrawn.byName && <> · {withdrawn.byName}</>}
          {withdrawn.reason && <> · {t('because', { reason: withdrawn.reason })}</>}
        </p>
      )}
    </div>
  )
}

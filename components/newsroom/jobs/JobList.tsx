import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatAgo, formatClock } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { QueuedJob } from '@/lib/queue/job'

type JobListProps = { jobs: QueuedJob[]; now: Date; retry: FormAction }

/** The waiting jobs and the failed jobs with their errors. */
export function JobList({ jobs, now, retry }: JobListProps) {
  const t = useTranslations('newsroomJobs')
  if (jobs.length === 0) return <p className="border-t border-rule py-4">{t('empty')}</p>
  return (
    <ul className="border-t-[3px] border-ink">
      {jobs.map((job) => (
        <li key={job.id} className="grid gap-1 border-b border-rule py-3">
          <p>
            <strong className={job.state === 'failed' ? 'text-accent' : undefined}>
              {t(`states.${job.state}`)}
            </strong>
            {' · '}
            {t(`names.${job.name}`)}
            {job.articleId !== null && (
              <>
                {': '}
                <ButtonLink href={`/newsroom/stories/${job.articleId}`}>{job.headline}</ButtonLink>
              </>
            )}
          </p>
          <p className="text-14 text-quiet">
            {job.waiting !== null && (
              <>{t('waiting', { count: toBengaliDigits(job.waiting) })} · </>
            )}
            {formatAgo(job.createdOn, now)}
            {job.tries > 0 && <> · {t('tries', { count: toBengaliDigits(job.tries) })}</>}
            {job.state === 'waiting' && job.startAfter > now && (
              <> · {t('next', { time: formatClock(job.startAfter) })}</>
            )}
          </p>
          {job.fault && (
            <p className="text-14" lang="en">
              {job.fault}
            </p>
          )}
          {job.state === 'failed' && (
            <ActionForm
              action={retry}
              hiddenFields={{ id: job.id }}
              submit={t('retry')}
              busy={t('retrying')}
              variant="plain"
            />
          )}
        </li>
      ))}
    </ul>
  )
}

import { getTranslations } from 'next-intl/server'
import { retryJobAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/job-actions'
import { JobList } from '@/components/newsroom/jobs/JobList'
import { requireActor } from '@/lib/auth/session'
import { listQueued } from '@/lib/queue/queue-queries'
import { requestNow } from '@/lib/render-context/request-now'

export async function generateMetadata() {
  const t = await getTranslations('newsroomJobs')
  return { title: t('title') }
}

/** The waiting and failed jobs of the worker. */
export default async function JobsPage() {
  await requireActor('queue')
  const t = await getTranslations('newsroomJobs')
  return (
    <>
      <h1 className="text-27">{t('title')}</h1>
      <p className="max-w-measure">{t('about')}</p>
      <JobList jobs={await listQueued()} now={requestNow()} retry={retryJobAction} />
    </>
  )
}

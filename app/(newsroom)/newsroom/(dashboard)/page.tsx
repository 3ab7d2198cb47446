import { getTranslations } from 'next-intl/server'
import { PendingWorkList } from '@/components/newsroom/lists/PendingWorkList'
import { ReportedStories } from '@/components/newsroom/reports/ReportedStories'
import { LiveRefresh } from '@/components/newsroom/shell/NewsroomStatus.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { requireActor } from '@/lib/auth/session'
import { findChange } from '@/lib/newsroom/live/newsroom-status-queries'
import { findPendingWork } from '@/lib/newsroom/story-lists/pending-work-queries'
import { findReportedStories } from '@/lib/newsroom/story-lists/reported-stories-queries'
import { requestNow } from '@/lib/render-context/request-now'

/** The start page: the work that awaits the user. */
export default async function StartPage() {
  const actor = await requireActor('viewStories')
  const now = requestNow()
  // Before the rest: what changes meanwhile is then asked for again.
  const change = await findChange()
  const [pendingWork, reported, t] = await Promise.all([
    findPendingWork(actor, now),
    findReportedStories(actor, now),
    getTranslations('newsroom'),
  ])
  return (
    <>
      <LiveRefresh change={change} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-27">{t('welcome', { name: actor.name })}</h1>
        <ButtonLink href="/newsroom/stories/new" variant="main">
          {t('newStory')}
        </ButtonLink>
      </div>
      <ReportedStories {...reported} now={now} />
      {pendingWork.map((part) => (
        <PendingWorkList key={part.name} part={part} now={now} />
      ))}
    </>
  )
}

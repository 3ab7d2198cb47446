import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PendingWorkList } from '@/components/newsroom/lists/PendingWorkList'
import { requireActor } from '@/lib/auth/session'
import { findPendingWork } from '@/lib/newsroom/story-lists/pending-work-queries'
import { requestNow } from '@/lib/render-context/request-now'

/** The start page: the work that awaits the user. */
export default async function StartPage() {
  const actor = await requireActor('viewStories')
  const now = requestNow()
  const [pendingWork, t] = await Promise.all([
    findPendingWork(actor, now),
    getTranslations('newsroom'),
  ])
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-27">{t('welcome', { name: actor.name })}</h1>
        <Link
          href="/newsroom/stories/new"
          prefetch={false}
          className="inline-flex min-h-11 items-center bg-ink px-4 font-bold text-paper"
        >
          {t('newStory')}
        </Link>
      </div>
      {pendingWork.map((part) => (
        <PendingWorkList key={part.name} part={part} now={now} />
      ))}
    </>
  )
}

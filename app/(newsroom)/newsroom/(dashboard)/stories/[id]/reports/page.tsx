import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { handleReportAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/report-actions'
import { StoryReportsView } from '@/components/newsroom/reports/StoryReportsView'
import { requireActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { findStoryReports } from '@/lib/reports/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomReports')
  return { title: t('title') }
}

/** The faults that readers reported in a story. */
export default async function StoryReportsPage({
  params,
}: PageProps<'/newsroom/stories/[id]/reports'>) {
  const actor = await requireActor('handleReports')
  const id = readNumber((await params).id) ?? notFound()
  const reports = await findStoryReports(actor, id)
  if (reports === 'noSuchStory') notFound()
  if (typeof reports === 'string') forbidden()
  return <StoryReportsView storyId={id} reports={reports} handle={handleReportAction} />
}

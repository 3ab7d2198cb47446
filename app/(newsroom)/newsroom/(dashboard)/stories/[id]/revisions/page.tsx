import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { restoreRevisionAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/story-actions'
import { AuditList } from '@/components/newsroom/story/revisions/AuditList'
import { RestoreForm } from '@/components/newsroom/story/revisions/RestoreForm'
import { RevisionComparison } from '@/components/newsroom/story/revisions/RevisionComparison'
import { RevisionsPage } from '@/components/newsroom/story/revisions/RevisionsPage'
import { checkWrite } from '@/lib/articles/workflow'
import { requireActor } from '@/lib/auth/session'
import { paperNow } from '@/lib/clock'
import { readNumber } from '@/lib/content-model/article'
import { listStoryChoices } from '@/lib/newsroom/draft/story-choice-queries'
import { findStoryEditState } from '@/lib/newsroom/draft/working-copy-queries'
import {
  findNumberBefore,
  findRevision,
  listAuditEntries,
  listRevisions,
} from '@/lib/newsroom/revisions/revision-queries'
import type { Refusal } from '@/lib/outcome'

type RevisionsProps = PageProps<'/newsroom/stories/[id]/revisions'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomTrail')
  return { title: t('title') }
}

/** The requested data, or the page with the refusal. */
function foundOrRefuse<Found>(found: Found | Refusal): Found {
  if (typeof found === 'string' && found.startsWith('noSuch')) notFound()
  if (typeof found === 'string') forbidden()
  return found as Found
}

const numberIn = (value: string | string[] | undefined) =>
  (typeof value === 'string' ? readNumber(value) : null) ?? undefined

/** A story's revisions, a comparison of two, and its audit trail. */
export default async function StoryRevisionsPage({ params, searchParams }: RevisionsProps) {
  const actor = await requireActor('write')
  const id = readNumber((await params).id) ?? notFound()
  const query = await searchParams
  const [before, auditBefore] = [numberIn(query.before), numberIn(query.trail)]
  const state = foundOrRefuse(await findStoryEditState(actor, id, paperNow()))
  const revisions = foundOrRefuse(await listRevisions(actor, id, before))
  const audit = foundOrRefuse(
    await listAuditEntries(actor, id, auditBefore === undefined ? undefined : BigInt(auditBefore)),
  )
  const to = numberIn(query.to) ?? revisions.lines[0]?.number ?? notFound()
  const from = numberIn(query.from) ?? (await findNumberBefore(id, to))
  const shown = foundOrRefuse(await findRevision(actor, id, to))
  const earlier = from > 0 ? foundOrRefuse(await findRevision(actor, id, from)) : null
  const choices = await listStoryChoices(shown)
  const mayRestore = checkWrite(actor, state) === null
  return (
    <RevisionsPage storyId={id} headline={shown.headline} revisions={revisions} from={from} to={to}>
      <RevisionComparison
        numbers={{ from, to }}
        earlier={earlier}
        shown={shown}
        choices={choices}
        earlierChoices={earlier ? await listStoryChoices(earlier) : choices}
      />
      {mayRestore && (
        <RestoreForm
          action={restoreRevisionAction}
          story={{ id, version: state.version, isPublic: state.isPublic }}
          number={to}
        />
      )}
      <AuditList storyId={id} audit={audit} />
    </RevisionsPage>
  )
}

import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Comparison } from '@/components/newsroom/story/revisions/Comparison'
import { RestoreForm } from '@/components/newsroom/story/revisions/RestoreForm.client'
import { RevisionsPage } from '@/components/newsroom/story/revisions/RevisionsPage'
import { TrailList } from '@/components/newsroom/story/revisions/TrailList'
import { readNumber } from '@/lib/articles/article'
import { whyNotWrite } from '@/lib/articles/life'
import { requireActor } from '@/lib/auth/session'
import { listStoryChoices } from '@/lib/newsroom/choice-queries'
import { findStoryState } from '@/lib/newsroom/copy-queries'
import { findRevision, listRevisions, listTrail } from '@/lib/newsroom/revision-queries'
import type { Refusal } from '@/lib/outcome'
import { restoreRevisionAction } from '../actions'

type RevisionsProps = PageProps<'/newsroom/stories/[id]/revisions'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomTrail')
  return { title: t('title') }
}

/** What was asked for, or the page that says why not. */
function orLeave<Found>(found: Found | Refusal): Found {
  if (typeof found === 'string' && found.startsWith('noSuch')) notFound()
  if (typeof found === 'string') forbidden()
  return found as Found
}

const numberIn = (value: string | string[] | undefined) =>
  (typeof value === 'string' ? readNumber(value) : null) ?? undefined

/** A story's revisions, two of them compared, and all that was done to it. */
export default async function StoryRevisionsPage({ params, searchParams }: RevisionsProps) {
  const actor = await requireActor('write')
  const id = readNumber((await params).id) ?? notFound()
  const asked = await searchParams
  const [before, trailBefore] = [numberIn(asked.before), numberIn(asked.trail)]
  const state = orLeave(await findStoryState(actor, id, new Date()))
  const revisions = orLeave(await listRevisions(actor, id, before))
  const trail = orLeave(
    await listTrail(actor, id, trailBefore === undefined ? undefined : BigInt(trailBefore)),
  )
  const to = numberIn(asked.to) ?? revisions.lines[0]?.number ?? notFound()
  const from = numberIn(asked.from) ?? to - 1
  const shown = orLeave(await findRevision(actor, id, to))
  const earlier = from > 0 ? orLeave(await findRevision(actor, id, from)) : null
  const choices = await listStoryChoices(shown)
  const mayRestore = whyNotWrite(actor, state) === null
  return (
    <RevisionsPage storyId={id} headline={shown.headline} revisions={revisions} from={from} to={to}>
      <Comparison
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
      <TrailList storyId={id} trail={trail} />
    </RevisionsPage>
  )
}

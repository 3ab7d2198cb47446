import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import {
  saveRevisionAction,
  trashAction,
  untrashAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/story-actions'
import { OpenReportsNotice } from '@/components/newsroom/reports/OpenReportsNotice'
import { RestoredNotice } from '@/components/newsroom/story/revisions/RestoredNotice'
import { StoryEditor } from '@/components/newsroom/story/StoryEditor.client'
import type { Actor } from '@/lib/auth/permissions'
import { requireActor } from '@/lib/auth/session'
import { paperNow } from '@/lib/clock'
import { readNumber } from '@/lib/content-model/article'
import { listStoryChoices } from '@/lib/newsroom/draft/story-choice-queries'
import type { OpenStory } from '@/lib/newsroom/draft/working-copy'
import { findOpenStory, findSentBack } from '@/lib/newsroom/draft/working-copy-queries'
import { countOpenReports } from '@/lib/reports/queries'

type EditStoryPageProps = PageProps<'/newsroom/stories/[id]'>

/** Loaded once for the page and its title. */
const findStoryOrRefuse = cache(
  async (part: string): Promise<{ actor: Actor; story: OpenStory }> => {
    const actor = await requireActor('write')
    const id = readNumber(part)
    const story = id === null ? 'noSuchStory' : await findOpenStory(actor, id, paperNow())
    if (story === 'noSuchStory') notFound()
    if (typeof story === 'string') forbidden()
    return { actor, story }
  },
)

export async function generateMetadata({ params }: EditStoryPageProps): Promise<Metadata> {
  const { story } = await findStoryOrRefuse((await params).id)
  const t = await getTranslations('newsroomStory')
  return { title: story.content.headline.trim() || t('untitled') }
}

/** The page of a story, editable, or read-only while another user holds the edit lock. */
export default async function EditStoryPage({ params, searchParams }: EditStoryPageProps) {
  const { actor, story } = await findStoryOrRefuse((await params).id)
  const { restored } = await searchParams
  const restoredNumber = typeof restored === 'string' ? readNumber(restored) : null
  const [choices, sentBack, openReports] = await Promise.all([
    listStoryChoices(story.content),
    findSentBack(story.state.id),
    countOpenReports(story.state.id),
  ])
  return (
    <>
      {restoredNumber !== null && (
        <RestoredNotice number={restoredNumber} isPublic={story.state.isPublic} />
      )}
      <OpenReportsNotice storyId={story.state.id} count={openReports} />
      <StoryEditor
        key={story.state.id}
        actor={actor}
        story={story}
        choices={choices}
        sentBack={sentBack}
        actions={{ keepRevision: saveRevisionAction, trash: trashAction, untrash: untrashAction }}
      />
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { CheckLines as Lines } from '@/components/newsroom/story/checks/CheckLines.client'
import { useStoryPictures } from '@/components/newsroom/story/checks/use-story-pictures'
import { useOpenForm } from '@/components/newsroom/story/open-form'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { checkStory } from '@/lib/newsroom/checklist'
import { finish } from '@/lib/newsroom/content'
import type { Checklist } from '@/lib/paper/settings'

/** What there is to do before readers have the story, by the paper's list, as it stands in the form this moment. */
export function useChecks(checklist: Checklist) {
  const { content } = useOpenStory()
  const pictures = useStoryPictures()
  return checkStory(finish(content), { pictures }, checklist)
}

type CheckLinesProps = { checks: ReturnType<typeof useChecks> }

/** Each finding above the button that it may stop, in the words of the panel যাচাই. */
export function CheckLines({ checks }: CheckLinesProps) {
  const t = useTranslations('newsroomPublish')
  const form = useOpenForm()
  return (
    <section aria-label={t('checklist')} className="grid gap-1">
      <h3 className="text-16">{t('checklist')}</h3>
      <Lines lines={checks} onGo={form?.goTo} />
    </section>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { ChecklistItems as Lines } from '@/components/newsroom/story/checks/ChecklistItems.client'
import { useStoryPictures } from '@/components/newsroom/story/checks/use-story-pictures'
import { useOpenForm } from '@/components/newsroom/story/form/open-form'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { normalizeContent } from '@/lib/newsroom/draft/story-content'
import { runChecklist } from '@/lib/newsroom/publish/checklist'
import type { Checklist } from '@/lib/paper/settings'

/** The paper's checklist, applied to the current content of the form. */
export function usePublishChecks(checklist: Checklist) {
  const { content } = useOpenStory()
  const pictures = useStoryPictures()
  return runChecklist(normalizeContent(content), { pictures }, checklist)
}

type PublishChecklistProps = { checks: ReturnType<typeof usePublishChecks> }

/** Shows the findings above the button that they may block, in the words of the panel যাচাই. */
export function PublishChecklist({ checks }: PublishChecklistProps) {
  const t = useTranslations('newsroomPublish')
  const form = useOpenForm()
  return (
    <section aria-label={t('checklist')} className="grid gap-1">
      <h3 className="text-16">{t('checklist')}</h3>
      <Lines items={checks} onGo={form?.goTo} />
    </section>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useStoryPictures } from '@/components/newsroom/story/checks/use-story-pictures'
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

/** Each finding, those that stop the publishing first. */
export function CheckLines({ checks }: CheckLinesProps) {
  const t = useTranslations('newsroomPublish')
  const sorted = checks.toSorted(
    (a, b) => Number(b.level === 'block') - Number(a.level === 'block'),
  )
  return (
    <section aria-label={t('checklist')} className="grid gap-1">
      <h3 className="text-16">{t('checklist')}</h3>
      {sorted.length === 0 && <p className="text-14 text-quiet">{t('allChecked')}</p>}
      <ul className="grid gap-1">
        {sorted.map(({ name, level }) => (
          <li key={name} className="text-14">
            <strong className={level === 'block' ? 'text-accent' : 'text-quiet'}>
              {t(`levels.${level}`)}
            </strong>{' '}
            {t(`checks.${name}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

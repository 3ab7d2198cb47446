import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { StorySummary } from '@/lib/content-model/article'
import { ListLead } from './ListLead'
import { Pager } from './Pager'
import { StoryRow } from './StoryRow'

type StoryListingProps = {
  title: string
  /** Shown beside the title: subcategories, or the author's description. */
  aside?: ReactNode
  stories: StorySummary[]
  basePath: string
  number: number
  newest: number
  now: Date
}

/** A list of stories with its label: on the newest page the first story leads. */
export function StoryListing(props: StoryListingProps) {
  const { title, aside, stories, basePath, number, newest, now } = props
  const t = useTranslations('list')
  const isNewest = number === newest
  const [first, ...others] = stories
  const rows = isNewest ? others : stories
  return (
    <div className="grid gap-4 pt-6">
      <header className="section-rule flex flex-wrap items-baseline gap-x-6 pt-2">
        <h1 className="text-27 md:text-34">
          {isNewest ? title : t('pageTitle', { title, number: toBengaliDigits(String(number)) })}
        </h1>
        {aside}
      </header>
      {isNewest && first && <ListLead story={first} now={now} />}
      {stories.length === 0 && <p className="text-18">{t('empty')}</p>}
      {rows.length > 0 && (
        <ul className="hairlines later-rows border-t border-rule">
          {rows.map((story) => (
            <StoryRow key={story.id} story={story} now={now} />
          ))}
        </ul>
      )}
      <Pager basePath={basePath} number={number} newest={newest} />
    </div>
  )
}

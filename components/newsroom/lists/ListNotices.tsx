import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import type { ListField } from '@/lib/newsroom/story-lists/list-address'
import type { ListName, StoryListPage } from '@/lib/newsroom/story-lists/story-lists'

type ListNoticesProps = {
  list: ListName
  page: StoryListPage
  /** The story that an action changed. */
  done: number | null
  faulty: ListField[]
  isFiltered: boolean
  isLaterPage: boolean
  /** The list was looked through; it was not, when what was typed says nothing to look for. */
  hasSearched: boolean
}

/** Notices of a list: that it is empty, and why. */
export function ListNotices(props: ListNoticesProps) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  const { done, faulty } = props
  const message = emptyMessage(props)
  return (
    <>
      <Notice tone="done">
        {done !== null && (
          <Link href={storyPath(done)} prefetch={false} className="underline">
            {t('done', { number: toBengaliDigits(done) })}
          </Link>
        )}
      </Notice>
      <Notice tone="error">
        {faulty.length > 0 && (
          <ul id="list-faults">
            {[...new Set(faulty)].map((name) => (
              <li key={name}>{tAll(`newsroomListFaults.${name}`)}</li>
            ))}
          </ul>
        )}
      </Notice>
      {message && (
        <p role="status" className="max-w-measure text-18">
          {message.kind === 'empty' ? tAll(`newsroomEmptyLists.${message.list}`) : t(message.kind)}
        </p>
      )}
    </>
  )
}

type EmptyMessage =
  | { kind: 'empty'; list: ListName }
  | { kind: 'nothingFits' | 'nothingHere' | 'lookFurther' }
  | null

function emptyMessage({
  list,
  page,
  isFiltered,
  isLaterPage,
  hasSearched,
}: ListNoticesProps): EmptyMessage {
  if (!hasSearched) return null
  if (page.isCutShort) return { kind: 'lookFurther' }
  if (page.stories.length > 0) return null
  if (isLaterPage) return { kind: 'nothingHere' }
  return isFiltered ? { kind: 'nothingFits' } : { kind: 'empty', list }
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { ListField } from '@/lib/newsroom/list-address'
import type { ListName, ListPage } from '@/lib/newsroom/lists'
import { storyPath } from '@/lib/newsroom/working-copy'

type ListNoticesProps = {
  list: ListName
  page: ListPage
  /** A story that something was done to. */
  done: number | null
  faulty: ListField[]
  isNarrowed: boolean
  isTurned: boolean
  /** The list was looked through; it was not, when what was typed says nothing to look for. */
  isAsked: boolean
}

/** What there is to say of a list beside its stories: that there are none, and why. */
export function ListNotices(props: ListNoticesProps) {
  const t = useTranslations('newsroomLists')
  const say = useTranslations()
  const { done, faulty } = props
  const said = emptyWord(props)
  return (
    <>
      {done !== null && (
        <p role="status" className="border-l-4 border-good bg-wash px-3 py-2 text-16">
          <Link href={storyPath(done)} prefetch={false} className="underline">
            {t('done', { number: toBengaliDigits(done) })}
          </Link>
        </p>
      )}
      {faulty.length > 0 && (
        <ul
          id="list-faults"
          role="alert"
          className="border-l-4 border-accent bg-wash px-3 py-2 text-16"
        >
          {[...new Set(faulty)].map((name) => (
            <li key={name}>{say(`newsroomListFaults.${name}`)}</li>
          ))}
        </ul>
      )}
      {said && (
        <p role="status" className="max-w-measure text-18">
          {said.kind === 'empty' ? say(`newsroomEmptyLists.${said.list}`) : t(said.kind)}
        </p>
      )}
    </>
  )
}

type Said =
  | { kind: 'empty'; list: ListName }
  | { kind: 'nothingFits' | 'nothingHere' | 'lookFurther' }
  | null

function emptyWord({ list, page, isNarrowed, isTurned, isAsked }: ListNoticesProps): Said {
  if (!isAsked) return null
  if (page.isCutShort) return { kind: 'lookFurther' }
  if (page.stories.length > 0) return null
  if (isTurned) return { kind: 'nothingHere' }
  return isNarrowed ? { kind: 'nothingFits' } : { kind: 'empty', list }
}

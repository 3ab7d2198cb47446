import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { listPath } from '@/lib/newsroom/story-lists/list-address'
import { type ListName, maxListCount } from '@/lib/newsroom/story-lists/story-lists'

type ListTabsProps = {
  lists: ListName[]
  open: ListName
  /** How many stories a list has, where that was counted. */
  counts: Partial<Record<ListName, number>>
}

const countText = (count: number) =>
  toBengaliDigits(count > maxListCount ? `${maxListCount}+` : count)

/** The lists that the signed-in user may open. */
export function ListTabs({ lists, open, counts }: ListTabsProps) {
  const t = useTranslations('newsroomLists')
  const tAll = useTranslations()
  return (
    <nav aria-label={t('lists')}>
      <ul className="-mx-2 flex flex-wrap border-b border-rule">
        {lists.map((list) => {
          const count = counts[list]
          return (
            <li key={list}>
              <Link
                href={listPath(list)}
                prefetch={false}
                aria-current={list === open ? 'page' : undefined}
                className="inline-flex min-h-11 items-center gap-1.5 border-b-[3px] border-transparent px-2 text-16 aria-[current]:border-ink aria-[current]:font-bold"
              >
                {tAll(`newsroomListNames.${list}`)}
                {count !== undefined && (
                  <span className="text-14 text-quiet">
                    {countText(count)}
                    <span className="sr-only"> {t('stories')}</span>
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

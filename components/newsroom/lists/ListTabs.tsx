import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
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
              <ButtonLink
                href={listPath(list)}
                aria-current={list === open ? 'page' : undefined}
                variant="tab"
                className="gap-1.5"
              >
                {tAll(`newsroomListNames.${list}`)}
                {count !== undefined && (
                  <span className="text-14 text-quiet">
                    {countText(count)}
                    <span className="sr-only"> {t('stories')}</span>
                  </span>
                )}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

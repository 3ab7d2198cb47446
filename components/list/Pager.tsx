import { useTranslations } from 'next-intl'
import { PageLinks } from './PageLinks'

type PagerProps = {
  /** Address of the newest page; older ones stand under `/page/{number}`. */
  basePath: string
  number: number
  newest: number
}

export const listPagePath = (basePath: string, number: number, newest: number) =>
  number === newest ? basePath : `${basePath}/page/${number}`

// The neighbours, and both ends: a handful of links reaches any page in a few steps.
const reach = 2

/** The page numbers worth a link, newest first. */
function shownPages(number: number, newest: number): number[] {
  const near = Array.from({ length: 2 * reach + 1 }, (_, index) => number + reach - index)
  const wanted = [newest, ...near, 1].filter((page) => page >= 1 && page <= newest)
  return [...new Set(wanted)].sort((a, b) => b - a)
}

/** Links to the other pages of a list, which are numbered from the oldest. */
export function Pager({ basePath, number, newest }: PagerProps) {
  const t = useTranslations('list')
  if (newest === 1) return null
  return (
    <PageLinks
      label={t('pages')}
      pages={shownPages(number, newest)}
      current={number}
      previous={t('newer')}
      next={t('older')}
      pathOf={(page) => listPagePath(basePath, page, newest)}
      labelOf={(page) => t('page', { number: page })}
    />
  )
}

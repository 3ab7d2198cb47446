import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { toBengaliDigits } from '@/lib/bengali/digits'

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
  const link = (page: number) => listPagePath(basePath, page, newest)
  const step = 'inline-flex min-h-11 min-w-11 items-center gap-1.5 font-bold text-accent'
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center gap-x-5 border-t border-rule py-3 text-16"
    >
      {number < newest && (
        <a href={link(number + 1)} rel="prev" className={step}>
          <Arrow to="previous" /> {t('newer')}
        </a>
      )}
      <ol className="flex flex-wrap gap-x-2">
        {shownPages(number, newest).map((page) => (
          <li key={page}>
            <a
              href={link(page)}
              aria-current={page === number ? 'page' : undefined}
              aria-label={t('page', { number: toBengaliDigits(String(page)) })}
              className={`inline-flex min-h-11 min-w-11 items-center justify-center ${page === number ? 'border-b-3 border-accent font-bold' : ''}`}
            >
              {toBengaliDigits(String(page))}
            </a>
          </li>
        ))}
      </ol>
      {number > 1 && (
        <a href={link(number - 1)} rel="next" className={step}>
          {t('older')} <Arrow to="next" />
        </a>
      )}
    </nav>
  )
}

import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { type SearchRequest, searchPath } from '@/lib/urls/search-address'

type SearchPagerProps = { search: SearchRequest; pageCount: number }

/** Links to the other pages of results, best first. */
export function SearchPager({ search, pageCount }: SearchPagerProps) {
  const t = useTranslations('search')
  if (pageCount <= 1) return null
  const { page } = search
  const link = (to: number) => searchPath({ ...search, page: to })
  const step = 'inline-flex min-h-11 min-w-11 items-center gap-1.5 font-bold text-accent'
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center gap-x-5 border-t border-rule py-3 text-16"
    >
      {page > 1 && (
        <a href={link(page - 1)} rel="prev" className={step}>
          <Arrow to="previous" /> {t('previous')}
        </a>
      )}
      <ol className="flex flex-wrap gap-x-2">
        {Array.from({ length: pageCount }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            <a
              href={link(number)}
              aria-current={number === page ? 'page' : undefined}
              aria-label={t('page', { number: toBengaliDigits(number) })}
              className={`inline-flex min-h-11 min-w-11 items-center justify-center ${number === page ? 'border-b-3 border-accent font-bold' : ''}`}
            >
              {toBengaliDigits(number)}
            </a>
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <a href={link(page + 1)} rel="next" className={step}>
          {t('next')} <Arrow to="next" />
        </a>
      )}
    </nav>
  )
}

import { useTranslations } from 'next-intl'
import type { StorySummary } from '@/lib/articles/article'
import { formatNumber } from '@/lib/bengali/numbers'
import { mostPages, type Search } from '@/lib/document/search-address'
import type { Matcher } from '@/lib/search/highlight'
import { hitsOnPage, mostCounted } from '@/lib/search/search'
import { SearchHitRow } from './SearchHitRow'
import { SearchPager } from './SearchPager'

type SearchResultsProps = {
  search: Search
  results: {
    hits: { story: StorySummary; excerpt: string | null }[]
    total: number
    pageCount: number
    isNear: boolean
    matches: Matcher
  }
  now: Date
}

/** What was found: how many, best first, and the way to the rest. */
export function SearchResults({ search, results, now }: SearchResultsProps) {
  const { hits, total, pageCount, isNear, matches } = results
  return (
    <section aria-labelledby="found" className="grid gap-2">
      <Count total={total} isNear={isNear} />
      <ol className="hairlines border-t border-rule">
        {hits.map(({ story, excerpt }) => (
          <SearchHitRow
            key={story.id}
            story={story}
            excerpt={excerpt}
            matches={matches}
            now={now}
          />
        ))}
      </ol>
      <SearchPager search={search} pageCount={pageCount} />
    </section>
  )
}

const mostShown = hitsOnPage * mostPages

function Count({ total, isNear }: { total: number; isNear: boolean }) {
  const t = useTranslations('search')
  const count = formatNumber(Math.min(total, mostCounted))
  return (
    <>
      <p id="found" className="text-18 font-bold">
        {isNear ? t('near') : t(total > mostCounted ? 'countMore' : 'count', { count })}
      </p>
      {!isNear && total > mostShown && (
        <p className="text-16 text-quiet">{t('shown', { count: formatNumber(mostShown) })}</p>
      )}
    </>
  )
}

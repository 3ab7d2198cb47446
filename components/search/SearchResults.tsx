import { useTranslations } from 'next-intl'
import { formatNumber } from '@/lib/bengali/numbers'
import type { StorySummary } from '@/lib/content-model/article'
import type { Matcher } from '@/lib/search/highlight'
import { hitsPerPage, maxCountedHits } from '@/lib/search/search'
import { maxSearchPages, type SearchRequest } from '@/lib/urls/search-address'
import { SearchHitRow } from './SearchHitRow'
import { SearchPager } from './SearchPager'

type SearchResultsProps = {
  search: SearchRequest
  results: {
    hits: { story: StorySummary; excerpt: string | null }[]
    total: number
    pageCount: number
    isFuzzy: boolean
    matches: Matcher
  }
  now: Date
}

/** The search results: their number, the best matches first, and the pager. */
export function SearchResults({ search, results, now }: SearchResultsProps) {
  const { hits, total, pageCount, isFuzzy, matches } = results
  return (
    <section aria-labelledby="found" className="grid gap-2">
      <ResultCount total={total} isFuzzy={isFuzzy} />
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

const maxReachable = hitsPerPage * maxSearchPages

function ResultCount({ total, isFuzzy }: { total: number; isFuzzy: boolean }) {
  const t = useTranslations('search')
  const count = formatNumber(Math.min(total, maxCountedHits))
  return (
    <>
      <p id="found" className="text-18 font-bold">
        {isFuzzy ? t('near') : t(total > maxCountedHits ? 'countMore' : 'count', { count })}
      </p>
      {!isFuzzy && total > maxReachable && (
        <p className="text-16 text-quiet">{t('shown', { count: formatNumber(maxReachable) })}</p>
      )}
    </>
  )
}

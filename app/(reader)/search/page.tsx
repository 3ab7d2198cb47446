import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { LatestColumn } from '@/components/front/LatestColumn'
import { SearchForm } from '@/components/search/SearchForm'
import { SearchResults } from '@/components/search/SearchResults'
import { Page } from '@/components/site/Page'
import { listLatest } from '@/lib/articles/queries'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { StorySummary } from '@/lib/content-model/article'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { redirectTo } from '@/lib/render-context/response'
import { searchStories } from '@/lib/search/queries'
import { planSearch } from '@/lib/search/search'
import { parseSearch, type SearchRequest, searchPath } from '@/lib/urls/search-address'

type Props = PageProps<'/search'>

const suggestedCount = 8

/** The query as the server parses it; the first of repeated parameters counts. */
async function searchOf({ searchParams }: Props): Promise<SearchRequest> {
  const { q, page } = await searchParams
  const first = (value: string | string[] | undefined) => [value].flat()[0] ?? ''
  return parseSearch(new URLSearchParams({ q: first(q), page: first(page) }))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { typed, page } = await searchOf(props)
  const t = await getTranslations('search')
  const { paper } = await getSiteInfo(requestNow())
  const number = toBengaliDigits(page)
  const found =
    page > 1 ? t('titleForPage', { words: typed, number }) : t('titleFor', { words: typed })
  return {
    title: `${typed === '' ? t('title') : found} | ${paper.name}`,
    // Results are not stories: search engines have the stories themselves.
    robots: { index: false },
  }
}

export default async function SearchPage(props: Props) {
  const search = await searchOf(props)
  const now = requestNow()
  const masthead = await getSiteInfo(now)
  const plan = planSearch(search.typed)
  const results = plan && (await searchStories(plan, search.page, now))
  const isEmpty = !results || results.hits.length === 0
  if (isEmpty && search.page > 1) {
    // The page number is too high: redirects to the first page.
    redirectTo(searchPath({ ...search, page: 1 }), 302)
    return null
  }
  const latest = isEmpty ? await listLatest(suggestedCount, now) : []
  return (
    <Page masthead={masthead} now={now}>
      <div className="grid gap-6 pt-6">
        <SearchHead typed={search.typed} isEmpty={isEmpty} />
        {isEmpty ? (
          <NothingFound typed={search.typed} isTooShort={!plan} latest={latest} now={now} />
        ) : (
          <SearchResults search={search} results={results} now={now} />
        )}
      </div>
    </Page>
  )
}

function SearchHead({ typed, isEmpty }: { typed: string; isEmpty: boolean }) {
  const t = useTranslations('search')
  return (
    <header className="section-rule grid gap-3 pt-2">
      <h1 className="text-27 md:text-34">{t('title')}</h1>
      <SearchForm typed={typed} hasHint={isEmpty} />
    </header>
  )
}

type NothingFoundProps = { typed: string; isTooShort: boolean; latest: StorySummary[]; now: Date }

/** Why there are no results, and something to read. */
function NothingFound({ typed, isTooShort, latest, now }: NothingFoundProps) {
  const t = useTranslations('search')
  return (
    <div className="grid max-w-measure gap-6">
      {typed !== '' && (
        <div className="grid gap-1 text-18">
          <p className="font-bold">{isTooShort ? t('tooShort') : t('nothing', { words: typed })}</p>
          {!isTooShort && <p>{t('nothingHint')}</p>}
        </div>
      )}
      <LatestColumn stories={latest} now={now} />
    </div>
  )
}

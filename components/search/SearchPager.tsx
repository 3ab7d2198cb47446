import { useTranslations } from 'next-intl'
import { PageLinks } from '@/components/list/PageLinks'
import { type SearchRequest, searchPath } from '@/lib/urls/search-address'

type SearchPagerProps = { search: SearchRequest; pageCount: number }

/** Links to the other pages of results, best first. */
export function SearchPager({ search, pageCount }: SearchPagerProps) {
  const t = useTranslations('search')
  if (pageCount <= 1) return null
  const { page } = search
  return (
    <PageLinks
      label={t('pages')}
      pages={Array.from({ length: pageCount }, (_, index) => index + 1)}
      current={page}
      previous={t('previous')}
      next={t('next')}
      pathOf={(to) => searchPath({ ...search, page: to })}
      labelOf={(number) => t('page', { number })}
    />
  )
}

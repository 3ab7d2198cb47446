import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'

type ListPagerProps = {
  /** Addresses of the pages on both sides; null where there is none. */
  before: string | null
  after: string | null
  /** Lists ordered by their next story first, not by the newest. */
  isAscending: boolean
}

/** Keyset pagination by the first and last story of the page: the cost is the same at any depth. */
export function ListPager({ before, after, isAscending }: ListPagerProps) {
  const t = useTranslations('newsroomLists')
  if (!before && !after) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap justify-between gap-3">
      {before ? (
        <ButtonLink variant="plain" href={before} rel="prev">
          ← {t(isAscending ? 'earlier' : 'newer')}
        </ButtonLink>
      ) : (
        <span />
      )}
      {after && (
        <ButtonLink variant="plain" href={after} rel="next">
          {t(isAscending ? 'later' : 'older')} →
        </ButtonLink>
      )}
    </nav>
  )
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'

type ListPagerProps = {
  /** Addresses of the pages on both sides; null where there is none. */
  before: string | null
  after: string | null
  /** What is listed next first, and not newest first. */
  isAscending: boolean
}

const link = 'inline-flex min-h-11 items-center border border-edge px-4 text-16 font-bold'

/** Keyset pagination by the first and last story of the page: the cost is the same at any depth. */
export function ListPager({ before, after, isAscending }: ListPagerProps) {
  const t = useTranslations('newsroomLists')
  if (!before && !after) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap justify-between gap-3">
      {before ? (
        <Link href={before} prefetch={false} rel="prev" className={link}>
          ← {t(isAscending ? 'earlier' : 'newer')}
        </Link>
      ) : (
        <span />
      )}
      {after && (
        <Link href={after} prefetch={false} rel="next" className={link}>
          {t(isAscending ? 'later' : 'older')} →
        </Link>
      )}
    </nav>
  )
}

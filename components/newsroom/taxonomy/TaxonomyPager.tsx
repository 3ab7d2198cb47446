import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import type { TaxonomyKind } from '@/lib/taxonomy/taxonomy-name'

type TaxonomyPagerProps = {
  entryKind: TaxonomyKind
  typed: string
  isFirst: boolean
  next: number | null
}

const pageAddress = (entryKind: TaxonomyKind, typed: string, after: number | null) => {
  const params = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(after !== null && { after: String(after) }),
  })
  return `/newsroom/${entryKind}${params.size > 0 ? `?${params}` : ''}`
}

/** The ways on through a long list of names, and back to its beginning. */
export function TaxonomyPager({ entryKind, typed, isFirst, next }: TaxonomyPagerProps) {
  const t = useTranslations('newsroomNames')
  if (isFirst && next === null) return null
  const links: [word: 'first' | 'more', after: number | null][] = [
    ...(isFirst ? [] : [['first', null] as ['first', null]]),
    ...(next === null ? [] : [['more', next] as ['more', number]]),
  ]
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap gap-3">
      {links.map(([word, after]) => (
        <ButtonLink key={word} href={pageAddress(entryKind, typed, after)} variant="plain">
          {t(word)}
        </ButtonLink>
      ))}
    </nav>
  )
}

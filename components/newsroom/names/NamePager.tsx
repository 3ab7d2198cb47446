import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { NameKind } from '@/lib/people/name'

type NamePagerProps = { of: NameKind; typed: string; isFirst: boolean; next: number | null }

const addressOf = (of: NameKind, typed: string, after: number | null) => {
  const asked = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(after !== null && { after: String(after) }),
  })
  return `/newsroom/${of}${asked.size > 0 ? `?${asked}` : ''}`
}

/** The ways on through a long list of names, and back to its beginning. */
export function NamePager({ of, typed, isFirst, next }: NamePagerProps) {
  const t = useTranslations('newsroomNames')
  if (isFirst && next === null) return null
  const ways: [word: 'first' | 'more', after: number | null][] = [
    ...(isFirst ? [] : [['first', null] as ['first', null]]),
    ...(next === null ? [] : [['more', next] as ['more', number]]),
  ]
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap gap-3">
      {ways.map(([word, after]) => (
        <Link
          key={word}
          href={addressOf(of, typed, after)}
          prefetch={false}
          className="inline-flex min-h-11 items-center border border-edge px-4 text-16 font-bold"
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}

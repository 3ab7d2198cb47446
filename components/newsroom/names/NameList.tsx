import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Named, NameKind } from '@/lib/people/name'

type NameListProps = { of: NameKind; names: (Named & { slug: string })[] }

/** Names, each leading to where it is put right. */
export function NameList({ of, names }: NameListProps) {
  const t = useTranslations('newsroomNames')
  return (
    <ul className="grid border-t border-rule md:grid-cols-2 md:gap-x-8">
      {names.map(({ id, name, slug, kind }) => (
        <li key={id} className="border-b border-rule">
          <Link
            href={`/newsroom/${of}/${id}`}
            prefetch={false}
            className="flex min-h-11 flex-wrap items-baseline gap-x-4 py-2"
          >
            <span className="text-18 font-bold">{name}</span>
            {kind && <span className="text-14 text-quiet">{t(kind)}</span>}
            {of !== 'sources' && (
              <span lang="en" className="text-14 break-all text-quiet">
                {slug}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { tapTarget } from '@/components/ui/tap-target'
import type { TaxonomyKind, TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

type TaxonomyListProps = { entryKind: TaxonomyKind; entries: (TaxonomyName & { slug: string })[] }

/** Names, each with a link to its edit page. */
export function TaxonomyList({ entryKind, entries }: TaxonomyListProps) {
  const t = useTranslations('newsroomNames')
  return (
    <ul className="grid border-t border-rule md:grid-cols-2 md:gap-x-8">
      {entries.map(({ id, name, slug, kind }) => (
        <li key={id} className="border-b border-rule">
          <Link
            href={`/newsroom/${entryKind}/${id}`}
            prefetch={false}
            className={tapTarget({
              shape: 'block',
              className: 'flex flex-wrap items-baseline gap-x-4 py-2',
            })}
          >
            <span className="text-18 font-bold">{name}</span>
            {kind && <span className="text-14 text-quiet">{t(kind)}</span>}
            {entryKind !== 'sources' && (
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

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Picture } from '@/lib/content-model/article'
import {
  type LibraryPage,
  type LibraryQuery,
  libraryAddress,
  pictureOwnPath,
} from '@/lib/media/library/library'
import { Thumbnail } from './Thumbnail'

type LibraryGridProps = { page: LibraryPage; query: LibraryQuery }

/** A page of the archive, and the way to older pictures. */
export function LibraryGrid({ page, query }: LibraryGridProps) {
  const t = useTranslations('newsroomMedia')
  const { pictures, next } = page
  if (pictures.length === 0) {
    return <p className="py-6 text-18 text-quiet">{t(isUsual(query) ? 'empty' : 'nothingFound')}</p>
  }
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-3 gap-y-5 md:grid-cols-4 lg:grid-cols-6">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <LibraryTile picture={picture} />
          </li>
        ))}
      </ul>
      <nav aria-label={t('pages')} className="flex flex-wrap gap-x-6 empty:hidden">
        {query.after !== null && (
          <PageLink to={libraryAddress({ ...query, after: null })} word={t('newest')} />
        )}
        {next !== null && (
          <PageLink to={libraryAddress({ ...query, after: next })} word={t('older')} />
        )}
      </nav>
    </>
  )
}

const isUsual = ({ typed, view, after }: LibraryQuery) => !typed && view === 'all' && after === null

function PageLink({ to, word }: { to: string; word: string }) {
  return (
    <ButtonLink href={to} isBold>
      {word}
    </ButtonLink>
  )
}

function LibraryTile({ picture }: { picture: Picture }) {
  const t = useTranslations('newsroomMedia')
  const { id, alt, caption, credit } = picture
  const missing = [!alt && t('noAlt'), !credit && t('noCredit')].filter(Boolean)
  return (
    <Link
      href={pictureOwnPath(id)}
      prefetch={false}
      className="grid content-start gap-1 text-14 leading-snug"
    >
      <Thumbnail picture={picture} />
      <span className="line-clamp-2">
        {caption || alt || t('wordless', { id: toBengaliDigits(id) })}
      </span>
      {credit && <span className="truncate text-quiet">{credit}</span>}
      {missing.length > 0 && <span className="text-accent">{missing.join(' · ')}</span>}
    </Link>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditionListItem } from '@/components/newsroom/front/EditionListItem'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { requireActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { pinnedIds } from '@/lib/front/draft'
import { frontHistoryPath, frontPath } from '@/lib/newsroom/front-page/front-page'
import { listEditions, listFrontStories } from '@/lib/newsroom/front-page/front-page-queries'
import { requestNow } from '@/lib/render-context/request-now'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomFront')
  return { title: t('history') }
}

/** The history of editions with their editors. Each can be the base of a new draft. */
export default async function FrontHistoryPage({
  searchParams,
}: PageProps<'/newsroom/front/history'>) {
  await requireActor('front')
  const { before } = await searchParams
  const now = requestNow()
  const { editions, next } = await listEditions(
    typeof before === 'string' ? readNumber(before) : null,
  )
  const ids = editions.flatMap(({ choice }) => pinnedIds(choice))
  const stories = await listFrontStories([...new Set(ids)], now)
  const t = await getTranslations('newsroomFront')
  return (
    <>
      <h1 className="text-27">{t('history')}</h1>
      <p>
        <ButtonLink href={frontPath}>← {t('toEditor')}</ButtonLink>
      </p>
      {editions.length === 0 ? (
        <p className="text-18">{t('noHistory')}</p>
      ) : (
        <ol className="hairlines border-y border-rule">
          {editions.map((edition, index) => (
            <EditionListItem
              key={edition.id}
              edition={edition}
              stories={stories}
              isNewest={index === 0 && before === undefined}
            />
          ))}
        </ol>
      )}
      {next !== null && (
        <ButtonLink
          href={`${frontHistoryPath}?before=${next}`}
          variant="plain"
          className="justify-self-start"
        >
          {t('olderEditions')} →
        </ButtonLink>
      )}
    </>
  )
}

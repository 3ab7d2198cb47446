import { getTranslations } from 'next-intl/server'
import { findLatestPage } from '@/lib/articles/queries'
import { readNumber } from '@/lib/content-model/article'
import { requestNow } from '@/lib/render-context/request-now'

export const latestPath = '/latest'

/** The page asked for of all stories (null: the newest); null where there is none. */
export async function findLatestAt(numberPart: string | null) {
  const requestedPage = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && requestedPage === null) return null
  const page = await findLatestPage(requestedPage, requestNow())
  const t = await getTranslations('list')
  return page && { title: t('latest'), page, requestedPage }
}

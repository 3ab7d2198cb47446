import { getTranslations } from 'next-intl/server'
import { readNumber } from '@/lib/articles/article'
import { findLatestPage } from '@/lib/articles/queries'
import { requestNow } from '@/lib/document/now'

export const latestPath = '/latest'

/** The page asked for of all stories (null: the newest); null where there is none. */
export async function findLatestAt(numberPart: string | null) {
  const askedFor = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && askedFor === null) return null
  const page = await findLatestPage(askedFor, requestNow())
  const t = await getTranslations('list')
  return page && { title: t('latest'), page, askedFor }
}

import { getTranslations } from 'next-intl/server'
import { findTopicPage } from '@/lib/articles/queries'
import { readNumber, topicPath } from '@/lib/content-model/article'
import { requestNow } from '@/lib/render-context/request-now'

/** The page asked for of a topic's stories (null: the newest); null where there is none. */
export async function findTopicAt(slug: string, numberPart: string | null) {
  const requestedPage = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && requestedPage === null) return null
  const found = await findTopicPage(slug, requestedPage, requestNow())
  if (!found) return null
  const t = await getTranslations('list')
  return {
    title: t('topic', { name: found.topic.name }),
    basePath: topicPath(found.topic),
    page: found,
    requestedPage,
  }
}

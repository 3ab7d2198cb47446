import { getTranslations } from 'next-intl/server'
import { readNumber, topicPath } from '@/lib/articles/article'
import { findTopicPage } from '@/lib/articles/queries'
import { requestNow } from '@/lib/document/now'

/** The page asked for of a topic's stories (null: the newest); null where there is none. */
export async function findTopicAt(slug: string, numberPart: string | null) {
  const askedFor = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && askedFor === null) return null
  const found = await findTopicPage(slug, askedFor, requestNow())
  if (!found) return null
  const t = await getTranslations('list')
  return {
    title: t('topic', { name: found.topic.name }),
    basePath: topicPath(found.topic),
    page: found,
    askedFor,
  }
}

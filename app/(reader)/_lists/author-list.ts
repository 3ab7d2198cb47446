import { getTranslations } from 'next-intl/server'
import { findAuthorPage } from '@/lib/articles/queries'
import { authorPath, readNumber } from '@/lib/content-model/article'
import { requestNow } from '@/lib/render-context/request-now'

/** The page asked for of an author's stories (null: the newest); null where there is none. */
export async function findAuthorAt(slug: string, numberPart: string | null) {
  const requestedPage = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && requestedPage === null) return null
  const found = await findAuthorPage(slug, requestedPage, requestNow())
  if (!found) return null
  const t = await getTranslations('list')
  return {
    title: t(found.author.kind === 'desk' ? 'deskStories' : 'authorStories', {
      name: found.author.name,
    }),
    basePath: authorPath(found.author),
    page: found,
    author: found.author,
    requestedPage,
  }
}

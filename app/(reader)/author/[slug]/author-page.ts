import { getTranslations } from 'next-intl/server'
import { authorPath, readNumber } from '@/lib/articles/article'
import { findAuthorPage } from '@/lib/articles/queries'
import { requestNow } from '@/lib/document/now'

/** The page asked for of an author's stories (null: the newest); null where there is none. */
export async function findAuthorAt(slug: string, numberPart: string | null) {
  const askedFor = numberPart === null ? null : readNumber(numberPart)
  if (numberPart !== null && askedFor === null) return null
  const found = await findAuthorPage(slug, askedFor, requestNow())
  if (!found) return null
  const t = await getTranslations('list')
  return {
    title: t(found.author.kind === 'desk' ? 'deskStories' : 'authorStories', {
      name: found.author.name,
    }),
    basePath: authorPath(found.author),
    page: found,
    author: found.author,
    askedFor,
  }
}

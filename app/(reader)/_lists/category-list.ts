import { findCategoryPage } from '@/lib/articles/queries'
import { readNumber } from '@/lib/content-model/article'
import { tags } from '@/lib/invalidation/cache-tags'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { tagList } from '@/lib/render-context/response'

/** The category of that slug with the page asked for (null: the newest); null where there is none. */
export async function findCategoryAt(slug: string, numberPart: string | null) {
  tagList(tags.category(slug))
  const now = requestNow()
  const { categories } = await getSiteInfo(now)
  const category = categories.find((each) => each.slug === slug)
  const requestedPage = numberPart === null ? null : readNumber(numberPart)
  if (!category || (numberPart !== null && requestedPage === null)) return null
  const page = await findCategoryPage(categories, category, requestedPage, now)
  return page && { categories, category, page, requestedPage }
}

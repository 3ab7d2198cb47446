import { readNumber } from '@/lib/articles/article'
import { findCategoryPage } from '@/lib/articles/queries'
import { tags } from '@/lib/cache-tags'
import { tagList } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { getMasthead } from '@/lib/paper/queries'

/** The category of that slug with the page asked for (null: the newest); null where there is none. */
export async function findCategoryAt(slug: string, numberPart: string | null) {
  tagList(tags.category(slug))
  const now = requestNow()
  const { categories } = await getMasthead(now)
  const category = categories.find((each) => each.slug === slug)
  const askedFor = numberPart === null ? null : readNumber(numberPart)
  if (!category || (numberPart !== null && askedFor === null)) return null
  const page = await findCategoryPage(categories, category, askedFor, now)
  return page && { categories, category, page, askedFor }
}

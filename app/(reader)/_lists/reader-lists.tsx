import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Subcategories } from '@/components/list/Subcategories'
import {
  findAuthorPage,
  findCategoryPage,
  findLatestPage,
  findTopicPage,
  type PublicStoryPage,
} from '@/lib/articles/queries'
import { authorPath, type Contributor, topicPath } from '@/lib/content-model/article'
import { type Category, categoryPath, subcategoriesOf, trailTo } from '@/lib/content-model/category'
import { tags } from '@/lib/invalidation/cache-tags'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { tagList } from '@/lib/render-context/response'

/** A page of a list of stories, with what is shown beside them. */
export type ReaderList = {
  title: string
  page: PublicStoryPage
  aside?: ReactNode
  /** For a category: the path to it. */
  trail?: Category[]
  /** The author of the stories, on an author's list. */
  author?: Contributor
}

/** A kind of list: its address, and its page of that number (null: the newest), null where there is none. */
export type ReaderListKind = {
  pathOf: (slug: string) => string
  find: (slug: string, number: number | null) => Promise<ReaderList | null>
}

export const latestPath = '/latest'

export const latestList: ReaderListKind = {
  pathOf: () => latestPath,
  async find(_, number) {
    const page = await findLatestPage(number, requestNow())
    const t = await getTranslations('list')
    return page && { title: t('latest'), page }
  },
}

export const categoryList: ReaderListKind = {
  pathOf: (slug) => categoryPath({ slug }),
  async find(slug, number) {
    tagList(tags.category(slug))
    const { categories } = await getSiteInfo(requestNow())
    const category = categories.find((each) => each.slug === slug)
    const page = category && (await findCategoryPage(categories, category, number, requestNow()))
    if (!page) return null
    const trail = trailTo(categories, category)
    const below = subcategoriesOf(categories, category)
    const aside = <Subcategories above={trail.slice(0, -1)} below={below} />
    return { title: category.name, page, aside, trail }
  },
}

export const topicList: ReaderListKind = {
  pathOf: (slug) => topicPath({ slug }),
  async find(slug, number) {
    const page = await findTopicPage(slug, number, requestNow())
    const t = await getTranslations('list')
    return page && { title: t('topic', { name: page.topic.name }), page }
  },
}

export const authorList: ReaderListKind = {
  pathOf: (slug) => authorPath({ slug }),
  async find(slug, number) {
    const page = await findAuthorPage(slug, number, requestNow())
    if (!page) return null
    const t = await getTranslations('list')
    const { author } = page
    const title = t(author.kind === 'desk' ? 'deskStories' : 'authorStories', { name: author.name })
    return { title, page, author }
  },
}

import type { CollectionPage, ItemList, ProfilePage } from 'schema-dts'
import {
  articlePath,
  authorPath,
  type Contributor,
  type StorySummary,
} from '@/lib/content-model/article'
import { pageUrl } from '@/lib/seo/page-url'
import type { Imprint } from './imprint'
import { pageData } from './paper'

/** A page of a list: its heading, address and stories in their order. */
export type ListPageData = { name: string; path: string; stories: StorySummary[] }

/** A page of a category, of a topic or of the latest stories. */
export const collectionData = (list: ListPageData, imprint: Imprint): CollectionPage => ({
  ...pageData('CollectionPage', list, imprint),
  mainEntity: itemList(list.stories, imprint),
})

/**
 * A page of an author with their stories. Google follows an article's `author.url` to it.
 * @see https://developers.google.com/search/docs/appearance/structured-data/profile-page
 */
export function profileData(
  author: Contributor,
  list: ListPageData,
  imprint: Imprint,
): [ProfilePage, ItemList] {
  const profile: ProfilePage = {
    ...pageData('ProfilePage', list, imprint),
    mainEntity: {
      '@type': author.kind === 'person' ? 'Person' : 'Organization',
      name: author.name,
      url: pageUrl(imprint.siteUrl, authorPath(author)),
    },
  }
  return [profile, itemList(list.stories, imprint)]
}

function itemList(stories: StorySummary[], { siteUrl }: Imprint): ItemList {
  return {
    '@type': 'ItemList',
    itemListElement: stories.map((story, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: story.headline,
      url: pageUrl(siteUrl, articlePath(story)),
    })),
  }
}

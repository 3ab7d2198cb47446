import { shorten } from '@/lib/bengali/text/shorten'
import type { Article } from '@/lib/content-model/article'

/** What other sites print under the picture of a story that is shared there: what its page's tags for them say. */
export type ShareText = {
  headline: string
  description: string
  /** The paper's host, as those sites print it. */
  host: string
}

/** As large as search engines and other sites show it. */
export const descriptionLength = 160

export const descriptionOf = (article: Pick<Article, 'headline' | 'standfirst'>) =>
  shorten(article.standfirst ?? article.headline, descriptionLength)

export const shareTextOf = (article: Article, siteUrl: string): ShareText => ({
  headline: article.headline,
  description: descriptionOf(article),
  host: new URL(siteUrl).host,
})

import { shorten } from '@/lib/bengali/text/shorten'
import type { Article } from '@/lib/content-model/article'

/** The text that other sites show under the picture of a shared story. */
export type ShareText = {
  headline: string
  description: string
  host: string
}

/** The length that search engines and other sites show, in graphemes. */
export const descriptionLength = 160

export const descriptionOf = (article: Pick<Article, 'headline' | 'standfirst'>) =>
  shorten(article.standfirst ?? article.headline, descriptionLength)

export const shareTextOf = (article: Article, siteUrl: string): ShareText => ({
  headline: article.headline,
  description: descriptionOf(article),
  host: new URL(siteUrl).host,
})

import type { Article, Picture } from '@/lib/articles/article'
import { shorten } from '@/lib/bengali/shorten'
import { offeredWidths, picturePath } from '@/lib/media/picture'

/** What other sites show of a story that is shared there: what its page's tags for them say. */
export type ShareCard = {
  headline: string
  description: string
  /** The paper's host, as those sites print it. */
  host: string
  picture: { path: string; alt: string; focus: Pick<Picture, 'focalX' | 'focalY'> } | null
}

/** As large as search engines and other sites show it. */
export const descriptionLength = 160

export const descriptionOf = (article: Pick<Article, 'headline' | 'standfirst'>) =>
  shorten(article.standfirst ?? article.headline, descriptionLength)

// Those sites take the picture as large as it comes, and JPEG alone everywhere.
const widest = 1280

/** The card of a story; its picture is the lead picture, from which those sites cut 1.91:1 themselves. */
export function shareCardOf(article: Article, siteUrl: string): ShareCard {
  const { image } = article
  const width = image && offeredWidths(image, widest).at(-1)
  return {
    headline: article.headline,
    description: descriptionOf(article),
    host: new URL(siteUrl).host,
    picture:
      image && width
        ? { path: picturePath(image, width, 'jpg'), alt: image.alt, focus: image }
        : null,
  }
}

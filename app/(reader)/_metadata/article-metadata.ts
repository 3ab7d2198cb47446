import type { Metadata } from 'next'
import { toIsoInZone } from '@/lib/bengali/calendar/dates'
import { shorten } from '@/lib/bengali/text/shorten'
import { shareCardPath, shareCardSize } from '@/lib/cards/share-card/share-card'
import { type Article, articlePath, authorPath, changedAt } from '@/lib/content-model/article'
import { env } from '@/lib/env'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { headlineLength } from '@/lib/seo/json-ld/article'
import { pageUrl } from '@/lib/seo/page-url'
import { descriptionOf } from '@/lib/seo/share-text'
import { pageMetadata } from './page-metadata'

/** The metadata of a story's page. */
export async function articleMetadata(article: Article): Promise<Metadata> {
  const { paper } = await getSiteInfo(requestNow())
  return pageMetadata({
    title: shorten(article.headline, headlineLength),
    description: descriptionOf(article),
    path: articlePath(article),
    // The card shows the headline, which therefore is its alternative text.
    card: { path: shareCardPath(article, paper), ...shareCardSize, alt: article.headline },
    article: {
      publishedTime: toIsoInZone(article.publicAt),
      modifiedTime: toIsoInZone(changedAt(article) ?? article.publicAt),
      section: article.category.name,
      authors: article.bylines.map((contributor) => pageUrl(env.siteUrl, authorPath(contributor))),
      tags: article.topics.map(({ name }) => name),
    },
  })
}

/** The metadata of a preview, which must not be indexed or shared. */
export async function previewMetadata(article: Article): Promise<Metadata> {
  const { title, description } = await articleMetadata(article)
  return { title, description, robots: { index: false, follow: false } }
}

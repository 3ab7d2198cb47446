import type { Metadata } from 'next'
import { shorten } from '@/lib/bengali/text/shorten'
import { feedLink } from '@/lib/feeds/feed'
import type { PaperPicture } from '@/lib/seo/json-ld/imprint'
import { pageUrl } from '@/lib/seo/page-url'
import { descriptionLength } from '@/lib/seo/share-text'
import { getImprint, paperCard } from './imprint'

type OpenGraphArticle = {
  publishedTime: string
  modifiedTime: string
  section: string
  authors: string[]
  tags: string[]
}

export type PageHead = {
  /** The page's heading; the paper's name is added. */
  title: string
  /** Replaces title and paper's name: on the front page. */
  wholeTitle?: string
  description: string
  path: string
  /** The list whose feed is linked, if any. */
  feedOf?: { listPath: string; title: string }
  /** The share picture; the paper's own card by default. */
  card?: PaperPicture & { alt: string }
  article?: OpenGraphArticle
}

/**
 * The metadata of a public page for search engines and other sites. Facebook needs title, type, url and image with its
 * size; otherwise the first share shows no picture.
 * @see https://ogp.me and https://developers.facebook.com/docs/sharing/webmasters
 */
export async function pageMetadata(head: PageHead): Promise<Metadata> {
  const { title, path, article, feedOf } = head
  const { siteUrl, paper } = await getImprint()
  const url = pageUrl(siteUrl, path)
  const description = shorten(head.description, descriptionLength)
  const card = head.card ?? { ...paperCard, alt: paper.name }
  return {
    title: head.wholeTitle ?? `${title} | ${paper.name}`,
    description,
    alternates: {
      canonical: url,
      ...(feedOf && { types: feedLink(feedOf.listPath, feedOf.title) }),
    },
    openGraph: {
      ...(article ? { type: 'article', ...article } : { type: 'website' }),
      title,
      description,
      url,
      siteName: paper.name,
      locale: 'bn_BD',
      images: { url: siteUrl + card.path, width: card.width, height: card.height, alt: card.alt },
    },
  }
}

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
  /** The page's own, as its heading says it; the paper's name is put after it. */
  title: string
  /** In place of title and paper's name: on the front page. */
  wholeTitle?: string
  description: string
  path: string
  /** The list whose feed it is; left out: the page has none. */
  feedOf?: { listPath: string; title: string }
  /** What other sites show of it; left out: the paper's own card. */
  card?: PaperPicture & { alt: string }
  article?: OpenGraphArticle
}

/**
 * What a public page says of itself in its head, to search engines and to sites where it is shared. Its address is the
 * same in all of it. Facebook wants title, type, url and image, and the image's size, else the first share shows none.
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

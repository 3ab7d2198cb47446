import type { CorrectionComment, NewsArticle } from 'schema-dts'
import { toIsoInZone } from '@/lib/bengali/calendar/dates'
import { shorten } from '@/lib/bengali/text/shorten'
import { shareCardPath } from '@/lib/cards/share-card/share-card'
import {
  type Article,
  articlePath,
  authorPath,
  type Contributor,
  changedAt,
  type Picture,
} from '@/lib/content-model/article'
import { imageIdsOf } from '@/lib/content-model/body'
import { cropOf, cropPath } from '@/lib/media/files/crop'
import { pageUrl } from '@/lib/seo/page-url'
import type { Imprint } from './imprint'
import { paperId, policyUrl, publisherData } from './paper'

/** Google truncated longer headlines for years; it now recommends "concise" ones. In graphemes. */
export const headlineLength = 110

/**
 * A story with the same words and times as on its page. Google requires no property and recommends headline, image,
 * both dates and authors, each with a page of its own.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleData(article: Article, imprint: Imprint): NewsArticle {
  const { siteUrl } = imprint
  const url = pageUrl(siteUrl, articlePath(article))
  return {
    '@type': 'NewsArticle',
    '@id': url,
    mainEntityOfPage: url,
    headline: shorten(article.headline, headlineLength),
    image: imagesOf(article, imprint),
    datePublished: toIsoInZone(article.publicAt),
    dateModified: toIsoInZone(changedAt(article) ?? article.publicAt),
    author: authorsOf(article, imprint),
    publisher: publisherData(imprint),
    articleSection: article.category.name,
    inLanguage: 'bn',
    isAccessibleForFree: true,
    dateline: article.dateline ?? undefined,
    isBasedOn: basisOf(article),
    correction: correctionsOf(article),
    publishingPrinciples: policyUrl(imprint, 'publishingPrinciples'),
  }
}

/** An object for each author. A story without a byline is the paper's (`noBylinesPolicy` links the page that explains it). */
function authorsOf({ bylines }: Article, imprint: Imprint) {
  const own = (contributor: Contributor) =>
    ({
      '@type': contributor.kind === 'person' ? 'Person' : 'Organization',
      name: contributor.name,
      url: pageUrl(imprint.siteUrl, authorPath(contributor)),
    }) as const
  return bylines.length > 0 ? bylines.map(own) : { '@id': paperId(imprint) }
}

const imageShapes = ['square', 'standard', 'wide'] as const

/** Google's minimum for a picture, in every shape. */
const minPixels = 50_000

const isLargeEnough = (picture: Picture) =>
  imageShapes.every((shape) => {
    const { width, height } = cropOf(picture, shape)
    return width * height >= minPixels
  })

/**
 * The first picture of the story that is large enough, the lead picture before others: cropped to 1:1, 4:3 and 16:9
 * about its focal point, up to 1200 px wide. Without such a picture, the share card.
 */
function imagesOf(article: Article, { siteUrl, paper }: Imprint): string[] {
  const { image, body, pictures } = article
  const inText = imageIdsOf(body).flatMap((id) => pictures[id] ?? [])
  const picture = [...(image ? [image] : []), ...inText].find(isLargeEnough)
  if (!picture) return [siteUrl + shareCardPath(article, paper)]
  return imageShapes.map((shape) => siteUrl + cropPath(picture, shape))
}

/** The report of an agency or another paper that the story is based on. */
function basisOf({ source }: Article): NewsArticle['isBasedOn'] {
  if (!source) return undefined
  const { name, url } = source
  return {
    '@type': 'CreativeWork',
    publisher: { '@type': 'Organization', name, url: url ?? undefined },
  }
}

/** Corrections; a mere update shows in `dateModified`. */
function correctionsOf({ corrections }: Article): CorrectionComment[] | undefined {
  const own = corrections.filter(({ kind }) => kind === 'correction')
  if (own.length === 0) return undefined
  return own.map(({ note, at }) => ({
    '@type': 'CorrectionComment',
    text: note,
    datePublished: toIsoInZone(at),
  }))
}

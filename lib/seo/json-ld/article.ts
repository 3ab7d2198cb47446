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

/** Google cut longer ones for years; it now asks for "concise". In letters as readers count them. */
export const headlineLength = 110

/**
 * A story, as its page shows it: whatever is said here can be seen there, in the same words and with the same stamps.
 * Google requires nothing and recommends headline, image, both dates and authors, each with a page of its own.
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

/**
 * One object each, with the name alone in `name`. A story without a byline is the paper's: who asks why finds the page
 * that says so (`noBylinesPolicy`), where the paper has one.
 */
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

/** Google takes no picture of fewer, in any shape. */
const minPixels = 50_000

const isLargeEnough = (picture: Picture) =>
  imageShapes.every((shape) => {
    const { width, height } = cropOf(picture, shape)
    return width * height >= minPixels
  })

/**
 * The lead picture, else the first of the story, square, 4:3 and 16:9 about its focal point, 1200 px wide where it is
 * large enough; of a story without pictures that Google takes, its share card. They are to be crawlable, and of the story
 * (not the logo).
 */
function imagesOf(article: Article, { siteUrl, paper }: Imprint): string[] {
  const { image, body, pictures } = article
  const inText = imageIdsOf(body).flatMap((id) => pictures[id] ?? [])
  const picture = [...(image ? [image] : []), ...inText].find(isLargeEnough)
  if (!picture) return [siteUrl + shareCardPath(article, paper)]
  return imageShapes.map((shape) => siteUrl + cropPath(picture, shape))
}

/** The report that an agency or another paper published, known by who did. */
function basisOf({ source }: Article): NewsArticle['isBasedOn'] {
  if (!source) return undefined
  const { name, url } = source
  return {
    '@type': 'CreativeWork',
    publisher: { '@type': 'Organization', name, url: url ?? undefined },
  }
}

/** Faults put right in public; what was merely brought up to date is no correction, and shows in `dateModified`. */
function correctionsOf({ corrections }: Article): CorrectionComment[] | undefined {
  const own = corrections.filter(({ kind }) => kind === 'correction')
  if (own.length === 0) return undefined
  return own.map(({ note, at }) => ({
    '@type': 'CorrectionComment',
    text: note,
    datePublished: toIsoInZone(at),
  }))
}

import { authorPath, type FullStory, topicPath } from '@/lib/content-model/article'
import { categoryPath } from '@/lib/content-model/category'
import type { Placement } from '@/lib/invalidation/cache-tags'

/** The formats by the extension of the address: RSS 2.0, Atom 1.0, JSON Feed 1.1. */
export const feedFormats = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Record<FeedFormat, string> = {
  xml: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

export const storiesInFeed = 30

/** The address of a list's feed; the list of the whole paper is at `/`. */
export const feedPath = (listPath: string, format: FeedFormat): string =>
  `${listPath === '/' ? '' : listPath}/feed.${format}`

/** The link to a feed in a page's head: Next's `alternates.types`. */
export const feedLink = (listPath: string, title: string) => ({
  [feedTypes.xml]: [{ url: feedPath(listPath, 'xml'), title }],
})

/** The lists whose feeds contain a story with that placement. */
export const feedListPathsOf = ({
  categorySlugs,
  topicSlugs,
  contributorSlugs,
}: Placement): string[] => [
  '/',
  ...categorySlugs.map((slug) => categoryPath({ slug })),
  ...topicSlugs.map((slug) => topicPath({ slug })),
  ...contributorSlugs.map((slug) => authorPath({ slug })),
]

/**
 * The permanent id of a story in all feeds: it does not depend on headline, category or format, so that a feed reader
 * never takes an old story for a new one. The year states when the host belonged to the paper.
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
export const storyTagUri = (siteUrl: string, id: number): string =>
  `tag:${new URL(siteUrl).hostname},2026:story:${id}`

/** The permanent id of a feed. */
export const feedTagUri = (siteUrl: string, listPath: string): string =>
  `tag:${new URL(siteUrl).hostname},2026:feed:${listPath}`

export type Enclosure = { path: string; bytes: number }

/** The content of a feed, newest stories first. */
export type StoryFeed = {
  title: string
  description: string
  /** The paper's name: the author of a story without a byline. */
  paper: string
  listPath: string
  stories: FullStory[]
  /** The lead pictures of known length, by the story's id. */
  enclosures: Record<number, Enclosure>
}

/** The labels of a feed. */
export type FeedWords = {
  source: string
  embed: string
  correction: string
  update: string
  credit: (credit: string) => string
}

/** When the story was published, or last changed with a note. */
export const entryChangedAt = (story: Pick<FullStory, 'publicAt' | 'notedChangeAt'>): Date =>
  story.notedChangeAt ?? story.publicAt

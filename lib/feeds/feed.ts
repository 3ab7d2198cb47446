import { authorPath, type FullStory, topicPath } from '@/lib/content-model/article'
import { categoryPath } from '@/lib/content-model/category'
import type { Placement } from '@/lib/invalidation/cache-tags'

/** The languages that feed readers speak, by the ending of the feed's address: RSS 2.0, Atom 1.0, JSON Feed 1.1. */
export const feedFormats = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Record<FeedFormat, string> = {
  xml: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** As many of the newest stories as a feed holds. */
export const storiesInFeed = 30

/** The address of a list's feed; the whole paper's list is the front's. */
export const feedPath = (listPath: string, format: FeedFormat): string =>
  `${listPath === '/' ? '' : listPath}/feed.${format}`

/** What a page's head says of its feed: for Next's `alternates.types`. */
export const feedLink = (listPath: string, title: string) => ({
  [feedTypes.xml]: [{ url: feedPath(listPath, 'xml'), title }],
})

/** The lists whose feeds hold a story that stands there. */
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
 * A story's name in all feeds, for good: neither another headline, another category nor another kind of feed changes
 * it, so that no reader's program takes an old story for a new one. The year only says that the host was the paper's
 * then.
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
export const storyTagUri = (siteUrl: string, id: number): string =>
  `tag:${new URL(siteUrl).hostname},2026:story:${id}`

/** A feed's own name, likewise. */
export const feedTagUri = (siteUrl: string, listPath: string): string =>
  `tag:${new URL(siteUrl).hostname},2026:feed:${listPath}`

/** A picture's file as programs fetch it. */
export type Enclosure = { path: string; bytes: number }

/** A list as a feed: its stories, newest first. */
export type StoryFeed = {
  title: string
  description: string
  /** The paper's name: who speaks where a story has no byline. */
  paper: string
  listPath: string
  stories: FullStory[]
  /** Lead pictures whose length is known, by the story's number. */
  enclosures: Record<number, Enclosure>
}

/** The words that stand beside a story's own. */
export type FeedWords = {
  source: string
  embed: string
  correction: string
  update: string
  credit: (credit: string) => string
}

/** When what a reader knows of the story was last changed in a way that is worth telling. */
export const entryChangedAt = (story: Pick<FullStory, 'publicAt' | 'notedChangeAt'>): Date =>
  story.notedChangeAt ?? story.publicAt

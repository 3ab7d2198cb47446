import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { shorten } from '@/lib/bengali/text/shorten'
import { articlePath, authorPath, type FullStory } from '@/lib/content-model/article'
import { bodyText } from '@/lib/content-model/body'
import { pageUrl } from '@/lib/seo/page-url'
import {
  entryChangedAt,
  type FeedFormat,
  type FeedWords,
  feedPath,
  feedTagUri,
  feedTypes,
  type StoryFeed,
  storyTagUri,
} from './feed'
import { storyHtml } from './story-html'

export type FeedOptions = {
  siteUrl: string
  /** The WebSub hub that tells subscribers; null where there is none. */
  hub: string | null
  words: FeedWords
}

const language = 'bn'
// How long a reader's program may do without asking; one that asks sooner gets an answer of a few bytes.
const ttlMinutes = 5
const maxSummaryLength = 300

/** The summary of an entry: the standfirst, or the beginning of the text. */
const summaryOf = ({ standfirst, body }: FullStory): string | undefined =>
  (standfirst ?? shorten(bodyText(body), maxSummaryLength)) || undefined

/** When the feed last had news: the same for all who ask, so that an unchanged feed is the same bytes. */
function updatedAt({ stories }: StoryFeed): Date {
  return new Date(Math.max(0, ...stories.map((story) => entryChangedAt(story).getTime())))
}

/** The entry that the three feed formats write. */
function entryOf(story: FullStory, feed: StoryFeed, { siteUrl, words }: FeedOptions) {
  const enclosure = feed.enclosures[story.id]
  return {
    id: storyTagUri(siteUrl, story.id),
    url: pageUrl(siteUrl, articlePath(story)),
    title: story.headline,
    summary: summaryOf(story),
    html: storyHtml(story, siteUrl, words) || undefined,
    publishedAt: story.publicAt,
    notedChangeAt: story.notedChangeAt,
    changedAt: entryChangedAt(story),
    authors: story.bylines.map((contributor) => ({
      name: contributor.name,
      url: pageUrl(siteUrl, authorPath(contributor)),
    })),
    subjects: [story.category.name, ...story.topics.map((topic) => topic.name)],
    enclosure: enclosure && { url: siteUrl + enclosure.path, bytes: enclosure.bytes },
  }
}

type Entry = ReturnType<typeof entryOf>

// The library sets data on lines of their own; readers' programs show those as part of a headline.
const unwrapCdata = (xml: string): string =>
  xml.replace(/>\n +<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n +<\//g, ']]></')

/**
 * Plain text that stays the same letter for letter when a reader's program takes it for HTML, as RSS has it: only the
 * signs that would begin a tag or a character reference are escaped, so that programs that take it for text show it too.
 */
const rssText = (text: string): string =>
  text.replace(/&(?=[#a-z])/gi, '&amp;').replace(/<(?=[/!?a-z])/gi, '&lt;')

/** @see https://www.rssboard.org/rss-specification */
function rssOf(feed: StoryFeed, entries: Entry[], { siteUrl, hub }: FeedOptions): string {
  const href = siteUrl + feedPath(feed.listPath, 'xml')
  const links = [
    { href, rel: 'self', type: feedTypes.xml },
    ...(hub ? [{ href: hub, rel: 'hub' }] : []),
  ]
  const xml = generateRssFeed({
    title: rssText(feed.title),
    link: pageUrl(siteUrl, feed.listPath),
    description: rssText(feed.description),
    language,
    lastBuildDate: updatedAt(feed),
    ttl: ttlMinutes,
    atom: { links },
    items: entries.map((entry) => ({
      title: rssText(entry.title),
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.publishedAt,
      ...(entry.notedChangeAt && { atom: { updated: entry.notedChangeAt } }),
      ...(entry.summary && { description: rssText(entry.summary) }),
      ...(entry.html && { content: { encoded: entry.html } }),
      ...(entry.authors.length > 0 && { dc: { creators: entry.authors.map(({ name }) => name) } }),
      categories: entry.subjects.map((name) => ({ name })),
      ...(entry.enclosure && {
        enclosures: [
          { url: entry.enclosure.url, length: entry.enclosure.bytes, type: 'image/jpeg' },
        ],
      }),
    })),
  })
  return unwrapCdata(xml)
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
function atomOf(feed: StoryFeed, entries: Entry[], { siteUrl, hub }: FeedOptions): string {
  const xml = generateAtomFeed({
    xml: { lang: language },
    id: feedTagUri(siteUrl, feed.listPath),
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: updatedAt(feed),
    authors: [{ name: feed.paper, uri: pageUrl(siteUrl, '/') }],
    links: [
      { href: pageUrl(siteUrl, feed.listPath), rel: 'alternate', type: 'text/html' },
      { href: siteUrl + feedPath(feed.listPath, 'atom'), rel: 'self', type: feedTypes.atom },
      ...(hub ? [{ href: hub, rel: 'hub' }] : []),
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      published: entry.publishedAt,
      updated: entry.changedAt,
      authors: entry.authors.map(({ name, url }) => ({ name, uri: url })),
      categories: entry.subjects.map((term) => ({ term })),
      ...(entry.summary && { summary: { value: entry.summary } }),
      ...(entry.html && { content: { type: 'html', value: entry.html } }),
      links: [
        { href: entry.url, rel: 'alternate', type: 'text/html' },
        ...(entry.enclosure
          ? [
              {
                href: entry.enclosure.url,
                rel: 'enclosure',
                type: 'image/jpeg',
                length: entry.enclosure.bytes,
              },
            ]
          : []),
      ],
    })),
  })
  return unwrapCdata(xml)
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function jsonOf(feed: StoryFeed, entries: Entry[], { siteUrl, hub }: FeedOptions): string {
  const written = generateJsonFeed({
    title: feed.title,
    home_page_url: pageUrl(siteUrl, feed.listPath),
    feed_url: siteUrl + feedPath(feed.listPath, 'json'),
    description: feed.description,
    language,
    authors: [{ name: feed.paper, url: pageUrl(siteUrl, '/') }],
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      // The format wants one or the other of every item.
      ...(entry.html ? { content_html: entry.html } : { content_text: entry.title }),
      ...(entry.summary && { summary: entry.summary }),
      date_published: entry.publishedAt,
      date_modified: entry.changedAt,
      ...(entry.authors.length > 0 && { authors: entry.authors }),
      tags: entry.subjects,
      ...(entry.enclosure && {
        image: entry.enclosure.url,
        attachments: [
          {
            url: entry.enclosure.url,
            mime_type: 'image/jpeg',
            size_in_bytes: entry.enclosure.bytes,
          },
        ],
      }),
    })),
  })
  // A feed without a story has a list nonetheless; the library leaves it out.
  return JSON.stringify(entries.length > 0 ? written : { ...(written as object), items: [] })
}

const writers: Record<FeedFormat, typeof rssOf> = { xml: rssOf, atom: atomOf, json: jsonOf }

/** The list as a text for feed readers, in one of their languages. */
export function writeFeed(feed: StoryFeed, format: FeedFormat, options: FeedOptions): string {
  const entries = feed.stories.map((story) => entryOf(story, feed, options))
  return writers[format](feed, entries, options)
}

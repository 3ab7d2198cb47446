/**
 * Every tag a reader's document can carry, and which of them a change makes stale.
 *
 * A query tags the document with what it was *asked for*, so that a kept "not found" is cleared as well.
 */
export const tags = {
  /** The masthead, menu and footer: on every page. */
  paper: () => 'paper',
  front: () => 'front',
  latest: () => 'latest',
  /** A category's lists, by the slug of its address. */
  category: (slug: string) => `category:${slug}`,
  /** A story's own page, by the number of its address. */
  article: (id: number) => `article:${id}`,
  topic: (slug: string) => `topic:${slug}`,
  contributor: (slug: string) => `author:${slug}`,
  /** A name that a story carries: its contributor's, topic's, source's. Their lists have tags of their own. */
  name: (of: TaxonomyTagKind, slug: string) => `name:${of}:${slug}`,
  page: (slug: string) => `page:${slug}`,
  /** Which stories were first published in a month, "2026-11", and where they are: a file of the sitemap. */
  month: (month: string) => `month:${month}`,
  /** Which lists and pages there are, and where: categories, topics, authors. */
  lists: () => 'lists',
  /** What crawlers are told. */
  crawlers: () => 'crawlers',
  /** Whatever depends on which addresses have moved: every page that is not there, every redirect. */
  redirects: () => 'redirects',
  /** What is said of a photocard, by its code. */
  photocard: (code: string) => `photocard:${code}`,
}

/** What stories carry by name. */
export type TaxonomyTagKind = 'contributor' | 'topic' | 'source'

/** What of a story decides where it is listed. */
export type Placement = {
  id: number
  /** Its category first, then the categories above it. */
  categorySlugs: string[]
  topicSlugs: string[]
  contributorSlugs: string[]
  /** When readers first had it, by the paper's calendar: "2026-11". */
  month: string
}

/** Something that happened in the newsroom. */
export type Change =
  | { kind: 'article'; before: Placement | null; after: Placement | null }
  | { kind: 'categories'; slugs: string[] }
  | { kind: 'front' }
  /** Stories that came from elsewhere, and the categories that were made for them. */
  | { kind: 'import'; stories: Placement[]; categorySlugs: string[] }
  | { kind: 'topic'; slug: string }
  | { kind: 'contributor'; slug: string }
  /** Names that stories carry were put right, or made one: their old addresses and their new ones. */
  | { kind: 'names'; of: TaxonomyTagKind; slugs: string[] }
  | { kind: 'page'; slug: string }
  | { kind: 'paper' }
  | { kind: 'crawlers' }
  /** Addresses have moved, be it one or a hundred thousand. */
  | { kind: 'redirects' }
  /** A photocard was made. */
  | { kind: 'photocard'; code: string }
  /** A picture's own words. */
  | { kind: 'picture'; shownIn: Placement[] }
  /** Something that no document shows. */
  | { kind: 'nothing' }

function tagsOfPlacement(placement: Placement): string[] {
  return [
    tags.article(placement.id),
    tags.front(),
    tags.latest(),
    ...placement.categorySlugs.map(tags.category),
    ...placement.topicSlugs.map(tags.topic),
    ...placement.contributorSlugs.map(tags.contributor),
    tags.month(placement.month),
  ]
}

/** What shows a name, lists its stories, and leads to that list; a source has no list. */
function tagsOfName(of: TaxonomyTagKind, slug: string): string[] {
  const name = tags.name(of, slug)
  if (of === 'source') return [name]
  const list = of === 'topic' ? tags.topic(slug) : tags.contributor(slug)
  return [name, list, tags.lists(), tags.redirects()]
}

/** All tags that `change` makes stale; a moved story clears both its addresses. */
export function tagsTouchedBy(change: Change): string[] {
  switch (change.kind) {
    case 'article': {
      const places = [change.before, change.after].filter((placement) => placement !== null)
      return [...new Set(places.flatMap(tagsOfPlacement))]
    }
    case 'categories':
      // A renamed or merged one leaves a redirect behind, and older ones lead elsewhere.
      return [tags.paper(), tags.lists(), tags.redirects(), ...change.slugs.map(tags.category)]
    case 'front':
      return [tags.front()]
    case 'import':
      return [
        ...new Set([
          ...change.stories.flatMap(tagsOfPlacement),
          ...(change.categorySlugs.length > 0
            ? tagsTouchedBy({ kind: 'categories', slugs: change.categorySlugs })
            : []),
        ]),
      ]
    case 'topic':
      return [tags.topic(change.slug), tags.lists()]
    case 'contributor':
      return [tags.contributor(change.slug), tags.lists()]
    case 'names':
      return [...new Set(change.slugs.flatMap((slug) => tagsOfName(change.of, slug)))]
    case 'page':
      return [tags.paper(), tags.lists(), tags.page(change.slug)]
    case 'paper':
      return [tags.paper()]
    case 'crawlers':
      return [tags.crawlers()]
    case 'redirects':
      return [tags.redirects()]
    case 'photocard':
      return [tags.photocard(change.code)]
    case 'picture':
      return [...new Set(change.shownIn.flatMap(tagsOfPlacement))]
    case 'nothing':
      return []
  }
}

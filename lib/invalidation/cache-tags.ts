/**
 * Every tag that a page can have, and the tags that a change invalidates. A query tags the page with the *requested*
 * address, so that a cached "not found" is invalidated as well.
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
  /** The name of a contributor, topic or source in stories. Their lists have tags of their own. */
  name: (of: TaxonomyTagKind, slug: string) => `name:${of}:${slug}`,
  page: (slug: string) => `page:${slug}`,
  /** The stories first published in a month, "2026-11", with their addresses: a file of the sitemap. */
  month: (month: string) => `month:${month}`,
  /** The set of lists and pages with their addresses: categories, topics, authors. */
  lists: () => 'lists',
  /** robots.txt. */
  crawlers: () => 'crawlers',
  /** The set of redirects: every missing page and every redirect depends on it. */
  redirects: () => 'redirects',
  /** The verification page of a photocard, by its code. */
  photocard: (code: string) => `photocard:${code}`,
}

export type TaxonomyTagKind = 'contributor' | 'topic' | 'source'

/** The properties of a story that decide in which lists it is. */
export type Placement = {
  id: number
  /** The story's category first, then its ancestors. */
  categorySlugs: string[]
  topicSlugs: string[]
  contributorSlugs: string[]
  /** The month of its publication in the paper's time zone: "2026-11". */
  month: string
}

/** The change that a command made. */
export type Change =
  | { kind: 'article'; before: Placement | null; after: Placement | null }
  | { kind: 'categories'; slugs: string[] }
  | { kind: 'front' }
  /** Imported stories, and the categories created for them. */
  | { kind: 'import'; stories: Placement[]; categorySlugs: string[] }
  | { kind: 'topic'; slug: string }
  | { kind: 'contributor'; slug: string }
  /** Renamed or merged names with their old and new slugs. */
  | { kind: 'names'; of: TaxonomyTagKind; slugs: string[] }
  | { kind: 'page'; slug: string }
  | { kind: 'paper' }
  | { kind: 'crawlers' }
  | { kind: 'redirects' }
  | { kind: 'photocard'; code: string }
  /** The texts of a picture. */
  | { kind: 'picture'; shownIn: Placement[] }
  /** No page depends on it. */
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

/** The tags of pages that show a name, list its stories or link to that list; a source has no list. */
function tagsOfName(of: TaxonomyTagKind, slug: string): string[] {
  const name = tags.name(of, slug)
  if (of === 'source') return [name]
  const list = of === 'topic' ? tags.topic(slug) : tags.contributor(slug)
  return [name, list, tags.lists(), tags.redirects()]
}

/** All tags that `change` invalidates; a moved story invalidates both addresses. */
export function tagsTouchedBy(change: Change): string[] {
  switch (change.kind) {
    case 'article': {
      const places = [change.before, change.after].filter((placement) => placement !== null)
      return [...new Set(places.flatMap(tagsOfPlacement))]
    }
    case 'categories':
      // A renamed or merged category creates a redirect and changes older ones.
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

import type { StorySummary } from '@/lib/articles/article'
import { type Category, trailTo } from '@/lib/categories/category'

/** A category's block on the front page. */
export type FrontBlock = { category: Category; stories: StorySummary[] }

/** The front page: no story stands in it twice, save in `latest` and `mostRead`, which tell of the paper itself. */
export type Front = {
  lead: StorySummary | null
  seconds: StorySummary[]
  latest: StorySummary[]
  /** The most read of today and yesterday; none while too few were read to make a list. */
  mostRead: StorySummary[]
  blocks: FrontBlock[]
}

export type FrontMaterial = {
  /** Stories that an editor holds to a place, by place. */
  pinned: StorySummary[]
  /** Newest first. */
  latest: StorySummary[]
  /** The most read first. */
  mostRead: StorySummary[]
  /** Newest first, more than a block needs, for what is taken above. */
  byCategory: FrontBlock[]
}

/** Two stand under the lead, the others in the column beside it. */
export const secondsCount = 5
export const underLeadCount = 2
export const latestCount = 10
export const blockCount = 5
export const mostReadCount = 5

/**
 * Sets the page. What an editor pinned stands first; the rest is filled by rule: the newest story with a picture
 * leads, seconds come from other categories than the lead's and each other's where there are enough, and a block
 * leaves out what already stands above it.
 */
export function setFront({ pinned, latest, mostRead, byCategory }: FrontMaterial): Front {
  const lead = pinned[0] ?? latest.find((story) => story.image) ?? latest[0] ?? null
  const above = new Set(lead ? [lead.id] : [])
  const takenCategories = new Set(lead ? [lead.category.slug] : [])
  const seconds: StorySummary[] = []
  const take = (story: StorySummary) => {
    if (seconds.length === secondsCount || above.has(story.id)) return
    seconds.push(story)
    above.add(story.id)
    takenCategories.add(story.category.slug)
  }
  for (const story of pinned.slice(1)) take(story)
  for (const story of latest)
    if (story.image && !takenCategories.has(story.category.slug)) take(story)
  for (const story of latest) take(story)
  const blocks = byCategory.map(({ category, stories }) => ({
    category,
    stories: stories.filter((story) => !above.has(story.id)).slice(0, blockCount),
  }))
  return {
    lead,
    seconds,
    latest: latest.filter((story) => !above.has(story.id)).slice(0, latestCount),
    mostRead: mostRead.length < mostReadCount ? [] : mostRead.slice(0, mostReadCount),
    blocks: blocks.filter((block) => block.stories.length > 0),
  }
}

/** A list, newest first, with `story` as it is now, where its hour puts it. */
export function amongNewest(stories: StorySummary[], story: StorySummary): StorySummary[] {
  const others = stories.filter((other) => other.id !== story.id)
  const place = others.findIndex((other) => other.publicAt <= story.publicAt)
  return place < 0 ? [...others, story] : others.toSpliced(place, 0, story)
}

/** Where a story is looked at on a front page that does not have it yet: at its head, or where the rule puts it. */
export const frontPlaces = ['rule', 'lead'] as const
export type FrontPlace = (typeof frontPlaces)[number]

/**
 * The material with `story` as it is now among the newest, for a look at how the page will stand. A story that is
 * pinned keeps its place; at 'lead' it comes before all that is.
 */
export function withStory(
  material: FrontMaterial,
  story: StorySummary,
  categories: Category[],
  place: FrontPlace = 'rule',
): FrontMaterial {
  const asNow = (stories: StorySummary[]) =>
    stories.map((other) => (other.id === story.id ? story : other))
  const own = categories.find(({ slug }) => slug === story.category.slug)
  const top = own && trailTo(categories, own)[0]
  const pinned = asNow(material.pinned)
  return {
    pinned: place === 'lead' ? [story, ...pinned.filter((other) => other.id !== story.id)] : pinned,
    latest: amongNewest(material.latest, story),
    mostRead: asNow(material.mostRead),
    byCategory: material.byCategory.map(({ category, stories }) => ({
      category,
      stories:
        category.id === top?.id
          ? amongNewest(stories, story)
          : stories.filter((other) => other.id !== story.id),
    })),
  }
}

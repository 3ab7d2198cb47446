import type { StorySummary } from '@/lib/content-model/article'
import { type Category, trailTo } from '@/lib/content-model/category'

/** A category's block on the front page; its first story opens it. */
export type FrontBlock = { category: Category; stories: StorySummary[] }

/** The breaking strip above the page, with the path of its story if it has one. */
export type Breaking = { text: string; path: string | null }

/** A pinned story; the pin ends at `until`. */
type Pin = { id: number; until: Date | null }

/** An editor's choice for the front page; the rest is filled by rule. */
export type FrontChoice = {
  /** Place 0 is the lead, then the seconds. */
  pins: (Pin & { place: number })[]
  /** Stories that open a category's block, by its slug. */
  blocks: (Pin & { category: string })[]
  /** Shown once its story, if it has one, is public. */
  breaking: { text: string; id: number | null; until: Date | null } | null
}

export const emptyChoice: FrontChoice = { pins: [], blocks: [], breaking: null }

/** The front page. A story appears once, and perhaps again in `latest` and `mostRead`. */
export type Front = {
  lead: StorySummary | null
  seconds: StorySummary[]
  latest: StorySummary[]
  /** The most read stories of today and yesterday; empty when there are too few. */
  mostRead: StorySummary[]
  blocks: FrontBlock[]
  breaking: Breaking | null
}

export type FrontMaterial = {
  /** Pinned stories by place; null where the rule fills it. */
  pinned: (StorySummary | null)[]
  /** Newest first. */
  latest: StorySummary[]
  /** The most read first. */
  mostRead: StorySummary[]
  /** Newest first, more than a block needs, because some stand above it; `head` is pinned to its first place. */
  byCategory: (FrontBlock & { head?: StorySummary | null })[]
  breaking: Breaking | null
}

/** `underLeadCount` of them stand under the lead, the others beside it. */
export const secondsCount = 5
export const topCount = 1 + secondsCount
export const underLeadCount = 2
export const latestCount = 10
export const blockCount = 5
export const mostReadCount = 5

/** The pinned places; a story pinned twice keeps its first place. */
function pinnedPlaces(pinned: FrontMaterial['pinned']): (StorySummary | null)[] {
  const places = Array.from({ length: topCount }, (_, place) => pinned[place] ?? null)
  const ids = places.map((story) => story?.id)
  return places.map((story, place) => (story && ids.indexOf(story.id) === place ? story : null))
}

/** Fills places by rule: stories with a picture from categories that are not shown above, then the newest. */
function fillSeconds(count: number, free: StorySummary[], above: StorySummary[]): StorySummary[] {
  const taken = new Set(above.map((story) => story.category.slug))
  const others = free.filter((story) => {
    if (!story.image || taken.has(story.category.slug)) return false
    taken.add(story.category.slug)
    return true
  })
  return [...new Set([...others, ...free])].slice(0, count)
}

/** The lead and the seconds. Empty places are left out. */
function composeTop(
  { pinned, latest }: FrontMaterial,
  pinnedBelow: ReadonlySet<number>,
): [lead: StorySummary | null, seconds: StorySummary[]] {
  const fixed = pinnedPlaces(pinned)
  const isPinned = (story: StorySummary) =>
    pinnedBelow.has(story.id) || fixed.some((other) => other?.id === story.id)
  const free = latest.filter((story) => !isPinned(story))
  const lead = fixed[0] ?? free.find((story) => story.image) ?? free[0] ?? null
  const seconds = fixed.slice(1)
  const above = [lead, ...seconds].filter((story) => story !== null)
  const rest = free.filter((story) => story !== lead)
  const fill = fillSeconds(seconds.filter((story) => !story).length, rest, above)
  const [first = null, ...others] = [
    lead,
    ...seconds.map((story) => story ?? fill.shift() ?? null),
  ].filter((story) => story !== null)
  return [first, others]
}

/** A block with its first story: the pinned one, else the first with a picture. */
function composeBlock(
  { category, stories, head }: FrontMaterial['byCategory'][number],
  above: ReadonlySet<number>,
): FrontBlock {
  const fixed = head && !above.has(head.id) ? head : null
  const free = stories.filter((story) => !above.has(story.id) && story.id !== fixed?.id)
  const shown = (fixed ? [fixed, ...free] : free).slice(0, blockCount)
  const opener = fixed ?? shown.find((story) => story.image) ?? shown[0]
  return {
    category,
    stories: opener ? [opener, ...shown.filter((story) => story !== opener)] : [],
  }
}

/**
 * Composes the page. Pinned stories keep their places; the rest is filled by rule: the newest story with a picture leads,
 * seconds come from different categories where possible, and a block leaves out stories that stand above it.
 */
export function composeFront(material: FrontMaterial): Front {
  const { latest, mostRead, byCategory, breaking } = material
  const heads = new Set(byCategory.flatMap(({ head }) => (head ? [head.id] : [])))
  const [lead, seconds] = composeTop(material, heads)
  const above = new Set([lead, ...seconds].flatMap((story) => (story ? [story.id] : [])))
  const blocks = byCategory.map((block) => composeBlock(block, above))
  return {
    lead,
    seconds,
    latest: latest.filter((story) => !above.has(story.id)).slice(0, latestCount),
    mostRead: mostRead.length < mostReadCount ? [] : mostRead.slice(0, mostReadCount),
    blocks: blocks.filter((block) => block.stories.length > 0),
    breaking,
  }
}

/** A list, newest first, with `story` inserted or replaced by its publication time. */
export function insertByTime(stories: StorySummary[], story: StorySummary): StorySummary[] {
  const others = stories.filter((other) => other.id !== story.id)
  const place = others.findIndex((other) => other.publicAt <= story.publicAt)
  return place < 0 ? [...others, story] : others.toSpliced(place, 0, story)
}

/** The place of an unpublished story in a preview of the front page: by rule or as the lead. */
export const frontPlaces = ['rule', 'lead'] as const
export type FrontPlace = (typeof frontPlaces)[number]

/** The material with the current `story` among the newest, for a preview. A pinned story keeps its place; `lead` overrides it. */
export function withPreviewStory(
  material: FrontMaterial,
  story: StorySummary,
  categories: Category[],
  place: FrontPlace = 'rule',
): FrontMaterial {
  const withCurrent = (stories: StorySummary[]) =>
    stories.map((other) => (other.id === story.id ? story : other))
  const own = categories.find(({ slug }) => slug === story.category.slug)
  const top = own && trailTo(categories, own)[0]
  const pinned = material.pinned.map((other) => (other?.id === story.id ? story : other))
  const elsewhere = pinned.map((other) => (other === story ? null : other))
  return {
    breaking: material.breaking,
    pinned: place === 'lead' ? [story, ...elsewhere.slice(1)] : pinned,
    latest: insertByTime(material.latest, story),
    mostRead: withCurrent(material.mostRead),
    byCategory: material.byCategory.map(({ category, stories, head }) => ({
      category,
      head: head?.id === story.id ? story : head,
      stories:
        category.id === top?.id
          ? insertByTime(stories, story)
          : stories.filter((other) => other.id !== story.id),
    })),
  }
}

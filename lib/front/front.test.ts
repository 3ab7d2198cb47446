import { describe, expect, test } from 'vitest'
import type { Picture, StorySummary } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import {
  blockCount,
  composeFront,
  type FrontMaterial,
  latestCount,
  mostReadCount,
  secondsCount,
  withPreviewStory,
} from './front'

const image: Picture = {
  id: 1,
  hash: 'a'.repeat(64),
  width: 1600,
  height: 900,
  alt: 'নৌকা',
  caption: null,
  credit: null,
  focalX: 0.5,
  focalY: 0.5,
}
const story = (id: number, slug = 'national', hasPicture = false): StorySummary => ({
  id,
  headline: `খবর ${id}`,
  kicker: null,
  standfirst: null,
  category: { slug, name: slug },
  publicAt: new Date(id * 1000),
  image: hasPicture ? image : null,
})
const category = (slug: string): Category => ({
  id: 1,
  slug,
  name: slug,
  position: 0,
  parentId: null,
})
const front = (material: Partial<FrontMaterial>) =>
  composeFront({
    pinned: [],
    latest: [],
    mostRead: [],
    byCategory: [],
    breaking: null,
    ...material,
  })
const ids = (stories: StorySummary[]) => stories.map(({ id }) => id)
const manyOf = (count: number, slug: string) =>
  Array.from({ length: count }, (_, index) => story(1_000 - index, slug))

describe('the lead', () => {
  test('is the newest story with a picture', () => {
    expect(
      front({ latest: [story(3), story(2, 'sports', true), story(1, 'x', true)] }).lead?.id,
    ).toBe(2)
  })

  test('is the newest of all when none has a picture', () => {
    expect(front({ latest: [story(3), story(2)] }).lead?.id).toBe(3)
  })

  test('is what an editor pinned first, however old', () => {
    expect(front({ pinned: [story(1)], latest: [story(3, 'x', true)] }).lead?.id).toBe(1)
  })

  test('is missing from an empty paper', () => {
    expect(front({})).toEqual({
      lead: null,
      seconds: [],
      latest: [],
      mostRead: [],
      blocks: [],
      breaking: null,
    })
  })
})

describe('the seconds', () => {
  test('begin with the pinned ones, in their order', () => {
    const { seconds } = front({
      pinned: [story(1), story(2), story(3)],
      latest: [story(9, 'x', true)],
    })

    expect(ids(seconds)).toEqual([2, 3, 9])
  })

  test('come from other categories than the lead’s and each other’s where there are enough', () => {
    const latest = [
      story(20, 'national', true),
      story(19, 'national', true),
      story(18, 'sports', true),
      story(17, 'sports', true),
      story(16, 'economy', true),
      story(15, 'health', true),
      story(14, 'science', true),
      story(13, 'religion', true),
    ]

    expect(ids(front({ latest }).seconds)).toEqual([18, 16, 15, 14, 13])
  })

  test('are filled with the newest when categories or pictures run out', () => {
    const latest = [
      story(9, 'national', true),
      story(8, 'national'),
      story(7, 'sports', true),
      story(6, 'national'),
      story(5),
    ]

    expect(ids(front({ latest }).seconds)).toEqual([7, 8, 6, 5])
  })

  test('are no more than the page has places for, pinned or not', () => {
    const pinned = Array.from({ length: 9 }, (_, index) => story(index + 1))

    expect(ids(front({ pinned, latest: manyOf(20, 'x') }).seconds)).toEqual(
      ids(pinned.slice(1, 1 + secondsCount)),
    )
  })
})

describe('a held place', () => {
  const latest = [story(9, 'a', true), story(8, 'b', true), story(7, 'c', true), story(6, 'd')]

  test('is held where it is, and those before it are filled by rule', () => {
    const { lead, seconds } = front({ pinned: [null, null, story(1)], latest })

    expect([lead?.id, ...ids(seconds)]).toEqual([9, 8, 1, 7, 6])
  })

  test('is never taken by the rule for another: what is held below does not lead', () => {
    const pinned = [null, story(9, 'a', true)]

    expect(front({ pinned, latest }).lead?.id).toBe(8)
  })

  test('closes up when there are too few stories for those before it', () => {
    const { lead, seconds } = front({ pinned: [null, null, null, story(1)], latest: [] })

    expect([lead?.id, ids(seconds)]).toEqual([1, []])
  })
})

describe('what opens a block', () => {
  const stories = [story(9, 'sports'), story(8, 'sports', true), story(7, 'sports')]
  const block = { category: category('sports'), stories }
  const opened = (material: Partial<FrontMaterial>) =>
    ids(front({ byCategory: [block], ...material }).blocks[0]?.stories ?? [])

  test('is its newest story with a picture, the others after it', () => {
    expect(opened({})).toEqual([8, 9, 7])
  })

  test('is the story held to it, however old and without a picture', () => {
    expect(opened({ byCategory: [{ ...block, head: story(1, 'sports') }] })).toEqual([1, 9, 8, 7])
  })

  test('is not taken away by the rule above', () => {
    const head = stories[1] ?? null

    expect(opened({ latest: stories, byCategory: [{ ...block, head }] })).toContain(8)
    expect(front({ latest: stories, byCategory: [{ ...block, head }] }).lead?.id).toBe(9)
  })

  test('stands above, when it is held there as well', () => {
    const head = stories[1] ?? null

    expect(opened({ pinned: [head], byCategory: [{ ...block, head }] })).toEqual([9, 7])
  })
})

describe('no story stands on the page twice', () => {
  test('a story pinned twice, or pinned and newest, has one place', () => {
    const { lead, seconds, latest } = front({
      pinned: [story(5), story(5), story(4)],
      latest: [story(5), story(4), story(3)],
    })

    // The second place, which its story has left, is filled by rule.
    expect([lead?.id, ...ids(seconds), ...ids(latest)]).toEqual([5, 3, 4])
  })

  test('the latest column leaves out what leads, and is not too long', () => {
    const { lead, seconds, latest } = front({ latest: manyOf(40, 'national') })

    expect(latest).toHaveLength(latestCount)
    expect(new Set([lead?.id, ...ids(seconds), ...ids(latest)]).size).toBe(
      1 + secondsCount + latestCount,
    )
  })

  test('a block leaves out what stands above it and is filled from what follows', () => {
    const sports = manyOf(12, 'sports')
    const { blocks } = front({
      pinned: sports.slice(0, 3),
      byCategory: [{ category: category('sports'), stories: sports }],
    })

    expect(blocks.map(({ stories }) => ids(stories))).toEqual([
      ids(sports.slice(3, 3 + blockCount)),
    ])
  })

  test('a block with nothing left is not drawn', () => {
    const { blocks } = front({
      pinned: [story(1, 'sports')],
      byCategory: [
        { category: category('sports'), stories: [story(1, 'sports')] },
        { category: category('health'), stories: [] },
        { category: category('economy'), stories: [story(2, 'economy')] },
      ],
    })

    expect(blocks.map((block) => block.category.slug)).toEqual(['economy'])
  })
})

describe('the most read', () => {
  test('stand in their order, though they may stand above as well', () => {
    const read = [story(3), story(9), story(1), story(2), story(8), story(7)]
    const { lead, mostRead } = front({ latest: [story(9)], mostRead: read })

    expect(lead?.id).toBe(9)
    expect(ids(mostRead)).toEqual([3, 9, 1, 2, 8])
  })

  test('are left out while there are too few for a list', () => {
    expect(front({ mostRead: manyOf(mostReadCount - 1, 'x') }).mostRead).toEqual([])
  })
})

describe('a story that readers do not have yet', () => {
  const sports = { ...category('sports'), id: 2 }
  const cricket = { ...category('cricket'), id: 3, parentId: 2 }
  const categories = [category('national'), sports, cricket]
  const material: FrontMaterial = {
    pinned: [],
    latest: [story(9), story(8, 'sports', true), story(7)],
    mostRead: [],
    breaking: null,
    byCategory: [
      { category: category('national'), stories: [story(9), story(7)] },
      { category: sports, stories: [story(8, 'sports', true)] },
    ],
  }
  const mine = { ...story(100, 'cricket'), publicAt: new Date(8_500) }

  test('stands in the lists of the paper and of its top category, by its hour', () => {
    const { latest, byCategory } = withPreviewStory(material, mine, categories)

    expect(ids(latest)).toEqual([9, 100, 8, 7])
    expect(byCategory.map(({ stories }) => ids(stories))).toEqual([
      [9, 7],
      [100, 8],
    ])
  })

  test('leads when it is looked at as the lead, and by rule when it is the newest with a picture', () => {
    const newest = { ...mine, publicAt: new Date(10_000), image }

    expect(composeFront(withPreviewStory(material, mine, categories)).lead?.id).toBe(8)
    expect(composeFront(withPreviewStory(material, mine, categories, 'lead')).lead?.id).toBe(100)
    expect(composeFront(withPreviewStory(material, newest, categories)).lead?.id).toBe(100)
  })

  test('takes the place of what readers have of it, and never stands twice', () => {
    const changed = { ...story(8, 'national', true), headline: 'বদলানো' }
    const pinned = { ...material, pinned: [story(8, 'sports', true)] }

    const page = composeFront(withPreviewStory(pinned, changed, categories))

    expect(page.lead).toEqual(changed)
    expect([...page.latest, ...page.seconds].some(({ id }) => id === 8)).toBe(false)
  })
})

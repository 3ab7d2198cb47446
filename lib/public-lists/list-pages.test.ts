import { describe, expect, test } from 'vitest'
import { listKey, pageSize, type StoryList, splitOpenPages } from './list-pages'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('the open end is cut into full pages and a newest page that is never nearly empty', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [19, [19]],
    [20, [20]],
    [21, [21]],
    [39, [39]],
    [40, [20, 20]],
    [41, [20, 21]],
    [59, [20, 39]],
    [60, [20, 20, 20]],
    [85, [20, 20, 20, 25]],
  ])('%i stories make pages of %j', (count, sizes) => {
    expect(splitOpenPages(upTo(count)).map((page) => page.length)).toEqual(sizes)
  })

  test('no story is lost, doubled or out of order, whatever their number', () => {
    const counts = upTo(250)

    const laidOut = counts.map((count) => splitOpenPages(upTo(count)).flat())

    expect(laidOut).toEqual(counts.map(upTo))
  })

  test('the newest page of a list with a full page holds from one to nearly two pages', () => {
    const newest = upTo(400)
      .slice(pageSize - 1)
      .map((count) => splitOpenPages(upTo(count)).at(-1)?.length ?? 0)

    expect(Math.min(...newest)).toBe(pageSize)
    expect(Math.max(...newest)).toBe(2 * pageSize - 1)
  })

  test('a full page keeps its stories when one more is published', () => {
    const before = upTo(200).map((count) => splitOpenPages(upTo(count)).slice(0, -1))

    const after = upTo(200).map((count) => splitOpenPages(upTo(count + 1)))

    expect(after.map((pages, index) => pages.slice(0, before[index]?.length))).toEqual(before)
  })
})

test.each<[StoryList, string]>([
  [{ kind: 'latest' }, 'latest'],
  [{ kind: 'category', id: 12, categoryIds: [12, 13] }, 'category:12'],
  [{ kind: 'topic', id: 3 }, 'topic:3'],
  [{ kind: 'author', id: 5 }, 'author:5'],
])('each list has a name of its own: %j is %s', (list, key) => {
  expect(listKey(list)).toBe(key)
})

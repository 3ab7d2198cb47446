import { expect, test } from 'vitest'
import type { StorySummary } from '@/lib/content-model/article'
import { chooseReadMore, readMoreCount } from './read-next'

const story = (id: number): StorySummary => ({
  id,
  headline: `খবর ${id}`,
  kicker: null,
  standfirst: null,
  category: { slug: 'national', name: 'জাতীয়' },
  publicAt: new Date(id * 1000),
  image: null,
})
const ids = (stories: StorySummary[]) => stories.map(({ id }) => id)

test('what was chosen by hand stands first, in its order, then the newest', () => {
  const chosen = chooseReadMore(
    { id: 1, related: [story(30), story(20)] },
    [],
    [story(9), story(8)],
  )

  expect(ids(chosen)).toEqual([30, 20, 9, 8])
})

test('neither the story itself nor one listed beside it is offered, and none twice', () => {
  const article = { id: 1, related: [story(1), story(5), story(5), story(7)] }

  const chosen = chooseReadMore(
    article,
    [story(7), story(8)],
    [story(1), story(8), story(5), story(3)],
  )

  expect(ids(chosen)).toEqual([5, 3])
})

test('no more are offered than the page has room for', () => {
  const latest = Array.from({ length: 50 }, (_, index) => story(index + 2))

  expect(chooseReadMore({ id: 1, related: [] }, [], latest)).toHaveLength(readMoreCount)
})

import { describe, expect, test, vi } from 'vitest'
import { newestAt, storyRows, years } from './story-rows'

const paper = { stories: 1_000, categories: 21 }
const rowsOf = (ids: number[]) => ids.map((id) => storyRows(id, paper))
const fieldsOf = (line: string) => line.trimEnd().split('\t')
const ids = Array.from({ length: paper.stories }, (_, index) => index + 1)

test('the same numbers give the same stories in any order', async () => {
  const first = rowsOf([7, 8, 9])
  vi.resetModules()
  const { storyRows: anew } = await import('./story-rows')

  const again = [9, 8, 7].map((id) => anew(id, paper)).reverse()

  expect(again).toEqual(first)
})

describe('stories are plausible', () => {
  const stories = rowsOf(ids)
  const articles = stories.map((story) => fieldsOf(story.Article))
  const times = articles.map((fields) => Date.parse(fields[7] ?? ''))

  test('over twenty years, oldest first, more of them lately', () => {
    const spanYears = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (365.25 * 24 * 3_600_000)
    const later = times.filter((time) => time > newestAt - (years / 2) * 365.25 * 24 * 3_600_000)

    expect(spanYears).toBeGreaterThan(years - 1)
    expect(spanYears).toBeLessThan(years)
    expect(Math.max(...times)).toBeLessThanOrEqual(newestAt)
    expect(later.length).toBeGreaterThan(paper.stories * 0.55)
  })

  test('a few categories, topics and authors have most of them', () => {
    const countBy = (keys: string[]) => {
      const counts = new Map<string, number>()
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
      return [...counts.values()].sort((a, b) => b - a)
    }
    const lines = (table: 'ArticleTopic' | 'Byline') =>
      stories.flatMap((story) => story[table].trimEnd().split('\n').filter(Boolean)).map(fieldsOf)
    const categories = countBy(articles.map((fields) => fields[9] ?? ''))
    const topics = countBy(lines('ArticleTopic').map((fields) => fields[1] ?? ''))
    const authors = countBy(lines('Byline').map((fields) => fields[2] ?? ''))

    expect(categories).toHaveLength(paper.categories)
    for (const counts of [categories, topics, authors]) {
      expect(counts[0]).toBeGreaterThan(5 * (counts[counts.length >> 1] ?? 0))
    }
  })

  test('some are short and some are long', () => {
    const words = articles.map((fields) => Number(fields[5])).sort((a, b) => a - b)

    expect(words[0]).toBeLessThan(100)
    expect(words.at(-1)).toBeGreaterThan(400)
  })

  test('no two have one headline', () => {
    expect(new Set(articles.map((fields) => fields[1])).size).toBe(paper.stories)
  })
})

import { line } from './copy-stream'
import { type Random, seeded } from './seeded-random'
import { syntheticStory } from './synthetic-story'

/** How many there are of what stories refer to. */
export const counts = { topics: 2_000, contributors: 400, sources: 20, images: 36 }

const yearMs = 365.25 * 24 * 3_600_000
export const years = 20
/** Of the newest story; fixed, so that the data do not depend on the day they are made. */
export const newestAt = Date.parse('2026-11-01T00:00:00Z')

export const columns = {
  Article: [
    'id',
    'headline',
    'kicker',
    'standfirst',
    'body',
    'wordCount',
    'status',
    'publishAt',
    'publishedAt',
    'categoryId',
    'leadImageId',
    'sourceId',
    'createdAt',
    'updatedAt',
  ],
  Byline: ['articleId', 'position', 'contributorId', 'publicAt'],
  ArticleTopic: ['articleId', 'topicId', 'publicAt'],
  ArticleSearch: ['articleId', 'publicAt', 'headline', 'top', 'words'],
} as const

export type StoryTableName = keyof typeof columns
export const storyTableNames = Object.keys(columns) as StoryTableName[]

/** Where in time story `id` of `stories` stands: evenly, with a little disorder; the paper grew. */
function publishedAt(id: number, stories: number): Date {
  const age = (1 - (id / stories) ** 0.7) * years * yearMs
  return new Date(Math.round(newestAt - age - seeded(id).next() * 3_600_000))
}

const distinct = (values: number[]) => [...new Set(values)]
const several = (random: Random, count: number, of: number) =>
  distinct(Array.from({ length: count }, () => 1 + random.tail(of)))

/** The lines of story `id` in each table, for COPY: the same for the same numbers, on every machine. */
export function storyRows(
  id: number,
  { stories, categories }: { stories: number; categories: number },
): Record<StoryTableName, string> {
  // Neighbouring seeds give neighbouring numbers: a multiplier sets them apart.
  const random = seeded(id * 7919)
  const at = publishedAt(id, stories)
  const { headline, kicker, standfirst, bodyJson, wordCount, search } = syntheticStory(random, id)
  const category = 1 + random.tail(categories)
  const image = random.next() < 0.7 ? 1 + random.tail(counts.images) : null
  const source = random.next() < 0.3 ? 1 + random.tail(counts.sources) : null
  const authors = several(random, random.next() < 0.2 ? 2 : 1, counts.contributors)
  const topics = several(random, Math.floor(random.next() * 4), counts.topics)
  return {
    Article: line([
      id,
      headline,
      kicker,
      standfirst,
      bodyJson,
      wordCount,
      'published',
      at,
      at,
      category,
      image,
      source,
      at,
      at,
    ]),
    Byline: authors.map((author, position) => line([id, position, author, at])).join(''),
    ArticleTopic: topics.map((topic) => line([id, topic, at])).join(''),
    ArticleSearch: line([id, at, search.headline, search.top, search.words]),
  }
}

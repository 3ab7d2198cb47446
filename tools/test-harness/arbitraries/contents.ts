import fc from 'fast-check'
import { contentInput, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { blockOf, runOf } from './blocks'

const letters = [...'কখগতনপমরলসহািুেোঁংঃ', '্', '়', '\u200d', '\u200c', ' ', ' ', '।', 'a', '7', '😀']
const words = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })
const block = blockOf(words, fc.array(runOf(words), { maxLength: 3 }))
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 })
const number = fc.option(fc.integer({ min: 1, max: 9 }))

/** The content of a story while it is being written; normalised, as everything that is stored. */
export const anyContent: fc.Arbitrary<StoryContent> = fc
  .record<StoryContent>({
    headline: words,
    kicker: words,
    standfirst: words,
    dateline: words,
    body: fc.array(block, { maxLength: 6 }),
    category: fc.constantFrom('national', 'sports'),
    contributorIds: numbers,
    topicIds: numbers,
    sourceId: number,
    leadImageId: number,
    leadWords: fc.record({ alt: words, caption: words, credit: words }, { requiredKeys: [] }),
  })
  .map((content) => contentInput.parse(content))

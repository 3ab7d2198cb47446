import fc from 'fast-check'
import type { Block, Inline } from '@/lib/content-model/body'
import { contentInput, type StoryContent } from '@/lib/newsroom/draft/story-content'

/** Contents as somebody in the middle of writing leaves them. */

const letters = [...'কখগতনপমরলসহািুেোঁংঃ', '্', '়', '\u200d', '\u200c', ' ', ' ', '।', 'a', '7', '😀']
const words = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })
const runs = fc.array(
  fc.record<Inline>(
    {
      text: words,
      bold: fc.constant(true),
      italic: fc.constant(true),
      href: fc.constantFrom('https://example.com/a', '/national/7'),
    },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 3 },
)
const width = 2
const row = fc.array(runs, { minLength: width, maxLength: width })

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), content: runs }),
  fc.record({ kind: fc.constant('subheading' as const), text: words }),
  fc.record(
    { kind: fc.constant('quote' as const), content: runs, speaker: words },
    { requiredKeys: ['kind', 'content'] },
  ),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 3 }),
  }),
  fc.record(
    {
      kind: fc.constant('image' as const),
      imageId: fc.integer({ min: 1, max: 9 }),
      caption: words,
    },
    { requiredKeys: ['kind', 'imageId'] },
  ),
  fc.record({
    kind: fc.constant('embed' as const),
    url: fc.constantFrom('', 'https://example.com/video'),
    title: words,
  }),
  fc.record(
    {
      kind: fc.constant('table' as const),
      caption: words,
      head: row,
      rows: fc.array(row, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'head', 'rows'] },
  ),
)

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 })
const number = fc.option(fc.integer({ min: 1, max: 9 }))

/** Through the gate, as everything that is stored. */
export const anyContent: fc.Arbitrary<StoryContent> = fc
  .record<StoryContent>({
    headline: words,
    kicker: words,
    standfirst: words,
    dateline: words,
    body: fc.array(anyBlock, { maxLength: 6 }),
    category: fc.constantFrom('national', 'sports'),
    contributorIds: numbers,
    topicIds: numbers,
    sourceId: number,
    leadImageId: number,
  })
  .map((content) => contentInput.parse(content))

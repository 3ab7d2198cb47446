import fc from 'fast-check'
import { normalizeText } from '@/lib/bengali/text/normalize'
import type { Body, Inline } from '@/lib/content-model/body'

/** Words of a story as text normalization leaves them. */
export const wordsArbitrary = fc
  .array(
    fc.constantFrom(
      'নদী',
      'র‍্যাব',
      'উদ্‌যাপন',
      'ক্ষ',
      'বাড়ি',
      'BBC',
      '১২.৫',
      '।',
      ' ',
      '“',
      '👨‍👩‍👧',
      '\n',
      '|',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => normalizeText(parts.join('')))
const marksArbitrary = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constantFrom('https://example.com/খবর?x=1', '/national/7'),
  },
  { requiredKeys: [] },
)
const marksKey = ({ text: _, ...marks }: Inline) =>
  JSON.stringify([marks.bold, marks.italic, marks.href])
/** As the editor itself would write it: neighbours look different, and a letter and its sign are not apart. */
const isNormalized = (runs: Inline[]) =>
  runs.every((run, at) => at === 0 || marksKey(run) !== marksKey(runs[at - 1] as Inline))
const runs = fc
  .array(
    fc.tuple(wordsArbitrary, marksArbitrary).map(([text, marks]): Inline => ({ text, ...marks })),
    { maxLength: 4 },
  )
  .filter(isNormalized)
const row = (width: number) => fc.array(runs, { minLength: width, maxLength: width })
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record(
    {
      kind: fc.constant('table' as const),
      caption: wordsArbitrary,
      head: row(width),
      rows: fc.array(row(width), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'head', 'rows'] },
  ),
)
const block = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), content: runs }),
  fc.record({ kind: fc.constant('subheading' as const), text: wordsArbitrary }),
  fc.record(
    { kind: fc.constant('quote' as const), content: runs, speaker: wordsArbitrary },
    { requiredKeys: ['kind', 'content'] },
  ),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
  fc.record(
    {
      kind: fc.constant('image' as const),
      imageId: fc.integer({ min: 1, max: 99 }),
      caption: wordsArbitrary,
    },
    { requiredKeys: ['kind', 'imageId'] },
  ),
  fc.record({
    kind: fc.constant('embed' as const),
    url: fc.constantFrom('https://youtu.be/abc', ''),
    title: fc.oneof(wordsArbitrary, fc.constant('')),
  }),
  table,
)
const endsBlank = (body: Body) => {
  const last = body.at(-1)
  return last?.kind === 'paragraph' && last.content.length === 0
}
/** Bodies as the editor writes them, finished or not. */
export const bodies: fc.Arbitrary<Body> = fc
  .array(block, { maxLength: 6 })
  .filter((each) => !endsBlank(each))

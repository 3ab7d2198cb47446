import fc from 'fast-check'
import type { Block, Inline } from '@/lib/content-model/body'

const imageId = fc.integer({ min: 1, max: 9 })
const url = fc.constantFrom('', 'https://youtu.be/abc')

/** A run of such a text with any of the marks. */
export const runOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Inline> =>
  fc.record(
    {
      text,
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      href: fc.constantFrom('https://example.com/খবর?x=1', '/national/7'),
    },
    { requiredKeys: ['text'] },
  )

/** A block of any kind with such texts and runs. */
export function blockOf(
  text: fc.Arbitrary<string>,
  runs: fc.Arbitrary<Inline[]>,
): fc.Arbitrary<Block> {
  const kind = <Kind extends Block['kind']>(name: Kind) => fc.constant(name)
  const items = fc.array(runs, { minLength: 1, maxLength: 4 })
  const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
    const row = fc.array(runs, { minLength: width, maxLength: width })
    const rows = fc.array(row, { minLength: 1, maxLength: 3 })
    return fc.record(
      { kind: kind('table'), caption: text, head: row, rows },
      { requiredKeys: ['kind', 'head', 'rows'] },
    )
  })
  const paragraph = fc.record({ kind: kind('paragraph'), content: runs })
  const list = fc.record({ kind: kind('list'), ordered: fc.boolean(), items })
  const content = fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    paragraph,
    fc.record({ kind: kind('subheading'), text }),
    fc.record(
      { kind: kind('quote'), content: runs, speaker: text },
      { requiredKeys: ['kind', 'content'] },
    ),
    list,
    fc.record(
      { kind: kind('factBox'), title: text, content },
      { requiredKeys: ['kind', 'content'] },
    ),
    fc.record(
      { kind: kind('image'), imageId, caption: text },
      { requiredKeys: ['kind', 'imageId'] },
    ),
    fc.record({ kind: kind('embed'), url, title: fc.oneof(text, fc.constant('')) }),
    table,
  )
}

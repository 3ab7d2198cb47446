import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '@/lib/bengali/text/normalize'
import type { EditorNode } from '@/lib/content-model/blocks/editor-node'
import { bodyText } from '@/lib/content-model/body'
import { bodyInput, unfinishedBody } from '@/lib/content-model/input'
import { bodies, wordsArbitrary } from '@/tools/test-harness/arbitraries/bodies'
import { toEditorDocument } from './editor-document'
import { parseEditorDocument } from './parse-editor-document'
import { blankContent, normalizeContent } from './story-content'

test('the editor returns a body unchanged', () => {
  fc.assert(
    fc.property(bodies, (before) => {
      expect(parseEditorDocument(toEditorDocument(before))).toEqual(before)
    }),
  )
})

test('no body is no document but a place to write, and the other way about', () => {
  expect(toEditorDocument([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  expect(parseEditorDocument(toEditorDocument([]))).toEqual([])
})

const types = [
  'paragraph',
  'subheading',
  'quote',
  'quoteText',
  'speaker',
  'bulletList',
  'orderedList',
  'listItem',

  'picture',
  'embed',
  'tableBlock',
  'tableCaption',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'text',
  'script',
  '__proto__',
  'constructor',
  '',
]
const attribute = fc.oneof(
  fc.constantFrom('javascript:alert(1)', '//evil.example', 'https://example.com', -1, 3, null),
  fc.anything(),
)
const text = fc.oneof(
  wordsArbitrary,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\uD800', '\u0000', '<img src=x onerror=alert(1)>', 'ক'.repeat(20_100)),
)
const { node: hostile } = fc.letrec<{ node: EditorNode }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(...types),
      attrs: fc.dictionary(fc.constantFrom('imageId', 'url', 'title', 'href'), attribute),
      content: fc.oneof(
        { maxDepth: 4 },
        fc.constant([]),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.anything(),
      ) as fc.Arbitrary<EditorNode[]>,
      text: fc.oneof({ weight: 3, arbitrary: text }, fc.anything() as fc.Arbitrary<string>),
      marks: fc.oneof(
        fc.array(
          fc.record({
            type: fc.constantFrom('bold', 'italic', 'link', 'script'),
            attrs: fc.dictionary(fc.constant('href'), attribute),
          }) as fc.Arbitrary<{ type: string }>,
        ),
        fc.anything(),
      ) as fc.Arbitrary<{ type: string }[]>,
    },
    { requiredKeys: ['type'] },
  ),
}))

describe('whatever a document holds', () => {
  const editorDocuments = fc
    .array(hostile, { maxLength: 6 })
    .map((content) => ({ type: 'doc', content }))

  test('a working copy takes what is read of it, unchanged', () => {
    fc.assert(
      fc.property(editorDocuments, (editorDocument) => {
        const read = parseEditorDocument(editorDocument)

        expect(unfinishedBody.safeParse(read)).toEqual({ success: true, data: read })
      }),
      { numRuns: 300 },
    )
  })

  test('what is read of it is read again as it is', () => {
    fc.assert(
      fc.property(editorDocuments, (editorDocument) => {
        const read = parseEditorDocument(editorDocument)

        expect(parseEditorDocument(toEditorDocument(read))).toEqual(read)
      }),
      { numRuns: 300 },
    )
  })
})

test('what the editor writes, finished, may be stored of a story', () => {
  fc.assert(
    fc.property(bodies, (written) => {
      const links = written.filter((each) => each.kind !== 'embed')
      const { body: finished } = normalizeContent({ ...blankContent('national'), body: links })

      expect(bodyInput.safeParse(finished).success).toBe(true)
    }),
  )
})

describe('no word is lost', () => {
  const of = (...content: EditorNode[]) => parseEditorDocument({ type: 'doc', content })
  const textNode = (value: string): EditorNode => ({ type: 'text', text: value })

  test.each([
    ['a picture of nothing', { type: 'picture', content: [textNode('নদী')] }],
    ['a subheading far too long', { type: 'subheading', content: [textNode('নদী'.repeat(2_000))] }],
    [
      'a list of lists',
      { type: 'bulletList', content: [{ type: 'bulletList', content: [textNode('নদী')] }] },
    ],
    [
      'a node nobody knows',
      { type: 'callout', content: [{ type: 'paragraph', content: [textNode('নদী')] }] },
    ],
    ['text at the top', textNode('নদী')],
    [
      'very deep text',
      Array.from({ length: 20_000 }).reduce<EditorNode>(
        (inner) => ({ type: 'x', content: [inner] }),
        textNode('নদী'),
      ),
    ],
  ] as [string, EditorNode][])('of %s', (_, node) => {
    expect(bodyText(of(node))).toMatch(/^(নদী)+$/)
  })

  test('of an embed whose address is none: it stands with the words', () => {
    const node = {
      type: 'embed',
      attrs: { url: 'x:y', title: 'ভিডিও' },
      content: [textNode('নদী')],
    }

    expect(of(node)).toEqual([{ kind: 'embed', url: '', title: 'ভিডিও নদী x:y' }])
  })

  test('of a list longer than most: it stays a list', () => {
    const items = Array.from({ length: 3_000 }, () => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [textNode('নদী')] }],
    }))

    expect(of({ type: 'bulletList', content: items })).toMatchObject([
      { kind: 'list', items: Array(3_000).fill([{ text: 'নদী' }]) },
    ])
  })

  test('of a paragraph longer than any', () => {
    const endless = 'নদীর পানি বাড়ছে। '.repeat(30_000)

    expect(bodyText(of({ type: 'paragraph', content: [textNode(endless)] }))).toBe(
      normalizeText(endless),
    )
  })

  test('of more blocks than a story may have', () => {
    const many = Array.from(
      { length: 20_050 },
      (_, n): EditorNode => ({ type: 'paragraph', content: [textNode(`খবর ${n}`)] }),
    )

    expect(of(...many)).toHaveLength(20_000)
    expect(bodyText(of(...many)).split('\n')).toHaveLength(20_050)
  })
})

test('a link with an unsafe address becomes plain text', () => {
  const mark = (href: unknown) => ({
    type: 'text',
    text: 'এখানে',
    marks: [{ type: 'link', attrs: { href } }],
  })
  const bad = [
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    'data:text/html,x',
    7,
    undefined,
  ]

  const read = bad.map((href) =>
    parseEditorDocument({ type: 'doc', content: [{ type: 'paragraph', content: [mark(href)] }] }),
  )

  expect(read).toEqual(bad.map(() => [{ kind: 'paragraph', content: [{ text: 'এখানে' }] }]))
})

import { describe, expect, test } from 'vitest'
import { type Block, blockText, bodyText, imageIdsOf } from './body'

const blocks: [string, Block, string][] = [
  [
    'a paragraph',
    { kind: 'paragraph', content: [{ text: 'এক ' }, { text: 'দুই', bold: true }] },
    'এক দুই',
  ],
  ['a subheading', { kind: 'subheading', text: 'উপশিরোনাম' }, 'উপশিরোনাম'],
  ['a quote', { kind: 'quote', content: [{ text: 'কথা' }], speaker: 'বক্তা' }, 'কথা বক্তা'],
  ['a quote of nobody', { kind: 'quote', content: [{ text: 'কথা' }] }, 'কথা'],
  ['a list', { kind: 'list', ordered: false, items: [[{ text: 'ক' }], [{ text: 'খ' }]] }, 'ক\nখ'],
  ['a picture', { kind: 'image', imageId: 4, caption: 'বিবরণ' }, 'বিবরণ'],
  ['a bare picture', { kind: 'image', imageId: 4 }, ''],
  ['an embed', { kind: 'embed', url: 'https://example.com', title: 'ভিডিও' }, 'ভিডিও'],
  [
    'a table',
    {
      kind: 'table',
      caption: 'ফল',
      head: [[{ text: 'দল' }], [{ text: 'গোল' }]],
      rows: [[[{ text: 'আবাহনী' }], []]],
    },
    'ফল\nদল গোল\nআবাহনী',
  ],
  [
    'a fact box',
    {
      kind: 'factBox',
      title: 'এক নজরে',
      content: [
        { kind: 'paragraph', content: [{ text: 'ধরলা' }] },
        { kind: 'list', ordered: false, items: [[{ text: 'ক' }], [{ text: 'খ' }]] },
      ],
    },
    'এক নজরে\nধরলা\nক\nখ',
  ],
]

describe('the readable text of a block is what a reader reads', () => {
  test.each(blocks)('%s', (_, block, text) => {
    expect(blockText(block)).toBe(text)
  })
})

test('the text of a body is a block a line, without lines for what has no words', () => {
  const body: Block[] = [
    { kind: 'subheading', text: 'এক' },
    { kind: 'image', imageId: 1 },
    { kind: 'subheading', text: 'দুই' },
  ]

  expect(bodyText(body)).toBe('এক\nদুই')
})

test('a body names its pictures in order', () => {
  const body: Block[] = [
    { kind: 'image', imageId: 9 },
    { kind: 'subheading', text: 'এক' },
    { kind: 'image', imageId: 3 },
  ]

  expect(imageIdsOf(body)).toEqual([9, 3])
})

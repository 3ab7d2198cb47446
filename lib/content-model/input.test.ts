import { describe, expect, test } from 'vitest'
import { blockInput, bodyInput, storyInput } from './input'
import { filledText, text } from './text-input'

const run = { text: 'কথা' }
const uneven = { kind: 'table', head: [[run], [run]], rows: [[[run]]] }

describe('a body takes each kind of block as it is', () => {
  test.each([
    { kind: 'paragraph', content: [{ text: 'এক ' }, { text: 'দুই', bold: true, italic: true }] },
    { kind: 'paragraph', content: [{ text: 'লিংক', href: 'https://example.com/a?b=c' }] },
    { kind: 'paragraph', content: [{ text: 'লিংক', href: '/national/12' }] },
    { kind: 'subheading', text: 'উপশিরোনাম' },
    { kind: 'quote', content: [run] },
    { kind: 'quote', content: [run], speaker: 'বক্তা' },
    { kind: 'list', ordered: true, items: [[run], [run, run]] },
    { kind: 'image', imageId: 7 },
    { kind: 'image', imageId: 7, caption: 'বিবরণ' },
    { kind: 'embed', url: 'https://example.com/video', title: 'ভিডিও' },
    { kind: 'table', head: [[run], []], rows: [[[run], []]] },
    { kind: 'table', caption: 'ফল', head: [[run]], rows: [[[run]], [[]]] },
    { kind: 'factBox', content: [{ kind: 'paragraph', content: [run] }] },
    {
      kind: 'factBox',
      title: 'এক নজরে',
      content: [{ kind: 'list', ordered: true, items: [[run]] }],
    },
  ])('%j', (block) => {
    expect(blockInput.parse(block)).toEqual(block)
  })
})

describe('a body refuses what is not a block', () => {
  test.each<[string, unknown]>([
    ['an unknown kind', { kind: 'html', html: '<script>' }],
    ['no kind', { text: 'কথা' }],
    ['a bare string', 'কথা'],
    ['null', null],
    ['an extra key in a block', { kind: 'subheading', text: 'এক', style: 'x' }],
    ['an extra key in a run', { kind: 'paragraph', content: [{ text: 'এক', onclick: 'x' }] }],
    ['a mark that is false', { kind: 'paragraph', content: [{ text: 'এক', bold: false }] }],
    ['a paragraph without runs', { kind: 'paragraph', content: [] }],
    ['an empty run', { kind: 'paragraph', content: [{ text: '' }] }],
    ['a run of invisible letters', { kind: 'paragraph', content: [{ text: '\u200B\uFEFF' }] }],
    ['a blank subheading', { kind: 'subheading', text: ' \u00A0 ' }],
    ['a blank speaker', { kind: 'quote', content: [run], speaker: ' ' }],
    ['a list without items', { kind: 'list', ordered: false, items: [] }],
    ['an empty item', { kind: 'list', ordered: false, items: [[]] }],
    ['a picture without number', { kind: 'image' }],
    ['a picture numbered 0', { kind: 'image', imageId: 0 }],
    ['a picture numbered 1.5', { kind: 'image', imageId: 1.5 }],
    ['a picture numbered in words', { kind: 'image', imageId: '7' }],
    ['an embed without title', { kind: 'embed', url: 'https://example.com', title: '' }],
    ['uneven rows', uneven],
    ['a table without rows', { kind: 'table', head: [[run]], rows: [] }],
    ['a table without columns', { kind: 'table', head: [], rows: [[]] }],
    ['a fact box without text', { kind: 'factBox', title: 'এক নজরে', content: [] }],
    ['a heading in a fact box', { kind: 'factBox', content: [{ kind: 'subheading', text: 'এক' }] }],
    [
      'a fact box in a fact box',
      {
        kind: 'factBox',
        content: [{ kind: 'factBox', content: [{ kind: 'paragraph', content: [run] }] }],
      },
    ],
  ])('%s', (_, block) => {
    expect(blockInput.safeParse(block).success).toBe(false)
  })

  test('uneven rows are refused by name', () => {
    const refused = blockInput.safeParse(uneven)

    expect(refused.error?.issues.map((issue) => issue.message)).toEqual(['tableRowsUneven'])
  })

  test('a body of more blocks than any story has is refused', () => {
    const block = { kind: 'subheading', text: 'এক' }

    expect(bodyInput.safeParse(Array(2_000).fill(block)).success).toBe(true)
    expect(bodyInput.safeParse(Array(2_001).fill(block)).success).toBe(false)
  })
})

describe('a link leads to a page and runs nothing', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'evil',
    '',
  ])('%j is refused', (href) => {
    const paragraph = { kind: 'paragraph', content: [{ text: 'লিংক', href }] }
    const embed = { kind: 'embed', url: href, title: 'ভিডিও' }

    expect(blockInput.safeParse(paragraph).success).toBe(false)
    expect(blockInput.safeParse(embed).success).toBe(false)
  })

  test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example'])(
    '%j, which browsers read as another host, is refused',
    (href) => {
      const paragraph = { kind: 'paragraph', content: [{ text: 'লিংক', href }] }

      expect(blockInput.safeParse(paragraph).success).toBe(false)
    },
  )
})

describe('text passes the gate before it is kept', () => {
  test.each([
    ['precomposed letters', 'প\u09DCা', 'প\u09A1\u09BCা'],
    ['a vowel sign in two parts', 'ক\u09C7\u09BE', 'ক\u09CB'],
    ['zero-width letters', 'ক\u200Bথা\uFEFF', 'কথা'],
    ['spaces round it', ' \u00A0কথা\t', 'কথা'],
  ])('%s', (_, given, expected) => {
    expect(filledText(100).parse(given)).toBe(expected)
    expect(storyInput.parse({ headline: given, body: [] }).headline).toBe(expected)
  })

  test('a run keeps the blank at its ends, which separates it from the next', () => {
    const [block] = bodyInput.parse([{ kind: 'paragraph', content: [{ text: 'প\u09DCা\u200B ' }] }])

    expect(block).toEqual({ kind: 'paragraph', content: [{ text: 'প\u09A1\u09BCা ' }] })
  })
})

describe('a story needs a headline', () => {
  test.each(['', ' ', '\u00A0\u2003', '\n', '\u200B', '\uFEFF \u00AD'])(
    '%j is none',
    (headline) => {
      expect(storyInput.safeParse({ headline, body: [] }).success).toBe(false)
    },
  )

  test('its length counts after the gate', () => {
    expect(filledText(4).safeParse(`কথা\u200B\u200B`).success).toBe(true)
    expect(filledText(4).safeParse('অনেকক').success).toBe(false)
  })

  test('what may be left out may be null, absent or blank', () => {
    expect(storyInput.safeParse({ headline: 'এক', kicker: null, body: [] }).success).toBe(true)
    expect(text(10).parse('  ')).toBe('')
  })
})

// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost:3000/" }
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { bodySchema } from '@/components/newsroom/story/body-editor/schema/extensions'
import { readBody } from '@/components/newsroom/story/body-editor/schema/read-body'
import type { Block, Inline } from '@/lib/content-model/body'
import { insertPasted } from './insert-pasted'
import cases from './paste-cases.json' with { type: 'json' }
import { placedBlocks, readClipboard } from './paste-rules'
import { lostKinds } from './pasted'

type Clipboard = { html?: string; text?: string; files?: { type: string; name: string }[] }

const clipboard = ({ html = '', text = '', files: given = [] }: Clipboard) =>
  ({
    getData: (type: string) => (type === 'text/html' ? html : text),
    files: given,
  }) as unknown as DataTransfer

const runs = (content: Inline[]) =>
  content
    .map(({ text, bold, href }) => (href ? `[${text}](${href})` : bold ? `*${text}*` : text))
    .join('')

function shown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `P ${runs(block.content)}`
    case 'subheading':
      return `H ${block.text}`
    case 'quote':
      return `Q ${runs(block.content)}`
    case 'list':
      return `${block.ordered ? 'OL' : 'UL'} ${block.items.map(runs).join(' | ')}`
    case 'table': {
      const rows = [block.head, ...block.rows].map((row) => row.map(runs).join(' , '))
      return `T ${block.caption ? `<${block.caption}> ` : ''}${rows.join(' // ')}`
    }
    case 'embed':
      return `E ${block.url} «${block.title}»`
    default:
      return block.kind
  }
}

/** What a paste into an empty body makes of a clipboard, and the kinds of what is told to be left out. */
function pasted(given: Clipboard, isPlain = false) {
  const { blocks, lost } = readClipboard(clipboard(given), isPlain)
  const editor = new Editor({ element: null, extensions: bodySchema, content: '<p></p>' })
  insertPasted(
    editor,
    placedBlocks(blocks, true, (site) => site),
  )
  return {
    blocks: readBody(editor.state.doc).map(shown),
    lost: lostKinds.filter((kind) => lost[kind]),
  }
}

/** A table with as many rows and columns, each cell with its place. */
const tableOf = (rows: number, columns: number) =>
  `<table>${Array.from({ length: rows }, (_, y) => `<tr>${Array.from({ length: columns }, (__, x) => `<td>${y}.${x}</td>`).join('')}</tr>`).join('')}</table>`

const caseOf = (name: keyof typeof cases) => ({ text: 'x', ...cases[name] })
const video = 'https://www.youtube.com/watch?v=abcdefghijk'
const between = (embed: string) => ['P আগে', `E ${embed}`, 'P পরে']

test.each<[keyof typeof cases, string[]]>([
  ['K01-chat-pre-wrap', ['P বিজ্ঞপ্তি', 'P খুলনা, ৩ জুন: সভা হবে।', 'P সময় বিকেল চারটা।']],
  ['K01-text-file-in-browser', ['P প্রথম লাইন', 'P দ্বিতীয় লাইন']],
  ['K01-no-style-text-decides', ['P প্রথম লাইন', 'P দ্বিতীয় লাইন']],
  ['K01-pre-line-and-word-stays', ['P এক', 'P দুই', 'P তিন চার']],
  ['K02-word-comment', ['P মেয়র বললেন, কাজ শেষ।']],
  ['K06-excel-hidden-row-and-column', ['T ওয়ার্ড , ভোট // ১০ , ৭']],
  ['K06-hidden-list-item', ['UL খোলা']],
  ['K06-hidden-caption-visibility', ['T ক , খ // ১ , ২']],
  ['K07-foreign-quote-and-table', ['Q কথা রাখব', 'T ক , খ // ১ , ২']],
  ['K07-foreign-hidden-and-tracker', ['P দেখুন [এখানে](https://a.example/x)']],
  ['K07-mentions-the-attribute', ['P data-pm-slice কী', 'Q উক্তি']],
  ['K08-playlist', between('https://www.youtube.com/playlist?list=PLabc «ত»')],
  ['K08-start-time', between(`${video}&t=90s «ত»`)],
  ['K08-no-scheme', between(`${video} «ত»`)],
  ['K08-facebook-plugin', between('https://www.facebook.com/watch/?v=7 «ত»')],
  ['K08-no-title-gets-words', between(`${video} «youtube»`)],
  ['K08-facebook-post-plugin', between('https://www.facebook.com/p/posts/9 «ত»')],
  ['K08-vimeo-player', between('https://vimeo.com/1234567/abc «ত»')],
  ['K09-iframe-code-as-text', [`E ${video} «youtube»`]],
  ['K09-tweet-code-as-text', ['E https://twitter.com/k/status/5 «x»']],
  ['K10-tiktok-vt', ['E https://vt.tiktok.com/ZSabcdef/ «tiktok»']],
  ['K10-youtube-music', ['E https://music.youtube.com/watch?v=abcdefghijk «youtube»']],
  ['K10-no-scheme', ['E https://youtu.be/abcdefghijk «youtube»']],
  ['K10-fb-me', ['E https://fb.me/e/abcdef «facebook»']],
  [
    'K10-shared-text-linked',
    ['P শিরোনাম [https://youtu.be/abcdefghijk](https://youtu.be/abcdefghijk)'],
  ],
  [
    'K11-message-that-begins-with-a-link',
    [
      'E https://youtu.be/abcdefghijk «youtube»',
      'P মহাসড়কে অবরোধ, যান চলাচল বন্ধ।',
      'P পুলিশ আলোচনা করছে।',
    ],
  ],
  ['K11-link-then-words', ['P [https://x.com/k/status/5](https://x.com/k/status/5) মন্ত্রীর কথা']],
  [
    'K11-two-links',
    ['E https://youtu.be/aaaaaaaaaaa «youtube»', 'E https://youtu.be/bbbbbbbbbbb «youtube»'],
  ],
  ['K11-link-with-danda', ['E https://www.facebook.com/p/posts/9 «facebook»']],
  ['K12-query-as-given', ['P [নথি](https://files.example/x?name=a%20b&flag&sig=A~B(1)*)']],
  ['K12-empty-query', ['P [নথি](https://example.com/list?)']],
  [
    'K12-embed-query-and-own-anchor',
    ['E https://www.facebook.com/watch/?v=1&ref=a%20b «facebook»'],
  ],
  ['K29-joiner-after-italic', ['P র\u200d্যাব']],
  ['K30-slack-paragraph-break', ['P প্রথম কথা', 'P দ্বিতীয় কথা']],
  ['K32-blank-in-the-host', ['P দেখুন এখানে।']],
  ['K35-power-of-ten', ['P ১০⁶ টন']],
])('%s is pasted as its source shows it', (name, blocks) => {
  expect(pasted(caseOf(name)).blocks).toEqual(blocks.map((block) => block.normalize('NFC')))
})

test.each<[what: string, given: Clipboard, kind: string]>([
  ['columns after the 20th', { html: tableOf(2, 22) }, 'columns'],
  ['rows after the 500th', { html: tableOf(503, 2) }, 'rows'],
  ['comments', caseOf('K02-word-comment'), 'notes'],
  ['an address that is none', caseOf('K32-blank-in-the-host'), 'links'],
])('the writer is told of %s', (_, given, kind) => {
  expect(pasted(given).lost).toEqual([kind])
})

test.each<[what: string, html: string, blocks: string[]]>([
  [
    'a footnote mark',
    '<p>কথা<sup><a href="https://w.example/x#cite_note-1">[1]</a></sup></p>',
    ['P কথা'],
  ],
  ['a unit', '<p>5 m<sup>2</sup>, H<sub>2</sub>O, 10<sup>-6</sup></p>', ['P 5 m², H₂O, 10⁻⁶']],
  ['a fractional power', '<p>১০<sup>২.৫</sup></p>', ['P ১০^২.৫']],
  ['a styled power', '<p>১০<span style="vertical-align: super">৬</span></p>', ['P ১০⁶']],
  ['an ordinal', '<p>২৬<sup>শে </sup>মার্চ</p>', ['P ২৬শে মার্চ']],
  [
    'an inherited white-space',
    '<div style="white-space-collapse: preserve"><span>এক\nদুই</span></div>',
    ['P এক', 'P দুই'],
  ],
  [
    'blocks by style',
    '<span style="display:flex">এক</span><span style="display: table">দুই</span>',
    ['P এক', 'P দুই'],
  ],
  [
    'a hidden row group',
    '<table><tr><td>ক</td><td>খ</td></tr><tbody hidden><tr><td>গ</td><td>ঘ</td></tr></tbody><tr><td>১</td><td>২</td></tr></table>',
    ['T ক , খ // ১ , ২'],
  ],
  [
    'own anchor',
    `<p><a href="${'http://localhost:3000'}/national/7?x=1&amp;fbclid=2#part">ক</a></p>`,
    ['P [ক](/national/7?x=1#part)'],
  ],
  [
    'a live stream',
    '<iframe src="https://www.youtube.com/embed/live_stream?channel=UC1"></iframe>',
    ['E https://www.youtube.com/channel/UC1/live «youtube»'],
  ],
])('%s keeps its meaning', (_, html, blocks) => {
  expect(pasted({ html, text: 'x' }).blocks).toEqual(blocks.map((block) => block.normalize('NFC')))
})

test('without formatting, a paste is the lines of its text', () => {
  const given = { html: '<h2>ক</h2><p><b>খ</b></p>', text: 'ক\nখ' }

  expect(pasted(given, true).blocks).toEqual(['P ক', 'P খ'])
})

test('a file without a type is sent, and one of another kind is told of', () => {
  const given = [
    { name: 'IMG_1.HEIC', type: '' },
    { name: 'a.pdf', type: 'application/pdf' },
  ]

  const { files: sent, lost } = readClipboard(clipboard({ files: given }))

  expect(sent).toEqual([given[0]])
  expect(lost).toEqual({ files: 1 })
})

test('a frame that is not taken is told of', () => {
  const { lost } = pasted({ html: '<p>ক</p><iframe src="https://maps.example/x"></iframe>' })

  expect(lost).toEqual(['players'])
})

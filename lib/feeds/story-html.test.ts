import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import type { Body } from '@/lib/content-model/body'
import { feedOptions, picture, siteUrl, storyOf } from './feed-fixtures'
import { storyHtml } from './story-html'

const write = (overrides: Parameters<typeof storyOf>[0]) =>
  storyHtml(storyOf(overrides), siteUrl, feedOptions.words)

/** Every address in the HTML, and every attribute's name. */
function read(html: string) {
  const addresses: string[] = []
  const names = new Set<string>()
  const parser = new Parser({
    onopentag: (_, attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        names.add(name)
        if (name === 'href' || name === 'src') addresses.push(value)
      }
    },
  })
  parser.end(html)
  return { addresses, names: [...names].toSorted() }
}

const everyKind: Body = [
  {
    kind: 'paragraph',
    content: [
      { text: 'দেখুন ' },
      { text: 'আগের খবর', href: '/national/11', bold: true },
      { text: ' আর ' },
      { text: 'প্রতিবেদন', href: 'https://elsewhere.example/a?b=1&c=2', italic: true },
    ],
  },
  { kind: 'subheading', text: 'ক্ষয়ক্ষতি' },
  { kind: 'quote', content: [{ text: 'পানি নামছে না।' }], speaker: 'করিম মিয়া' },
  { kind: 'list', ordered: true, items: [[{ text: 'এক' }], [{ text: 'দুই' }]] },
  { kind: 'image', imageId: 7, caption: 'বাঁধের ওপরে' },
  { kind: 'image', imageId: 8 },
  { kind: 'embed', url: 'https://video.example/1', title: 'ভিডিও' },
  {
    kind: 'table',
    caption: 'উচ্চতা',
    head: [[{ text: 'নদী' }], [{ text: 'মিটার' }]],
    rows: [[[{ text: 'ধরলা' }], [{ text: '২৬' }]]],
  },
  {
    kind: 'factBox',
    title: 'এক নজরে',
    content: [
      { kind: 'paragraph', content: [{ text: 'তিন নদী', href: '/national/12' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'তিস্তা' }]] },
    ],
  },
]

test('a story of every kind of block is plain HTML', () => {
  const html = write({ body: everyKind, dateline: 'কুড়িগ্রাম', pictures: { 7: picture } })

  expect(html).toBe(
    [
      '<p><b>কুড়িগ্রাম</b> দেখুন <a href="https://paper.example/national/11"><strong>আগের খবর</strong></a> আর ',
      '<a href="https://elsewhere.example/a?b=1&#x26;c=2"><em>প্রতিবেদন</em></a></p>',
      '<h2>ক্ষয়ক্ষতি</h2>',
      '<blockquote><p>পানি নামছে না।</p><p>– করিম মিয়া</p></blockquote>',
      '<ol><li>এক</li><li>দুই</li></ol>',
      '<figure><img src="https://paper.example/media/7-abcdef/1280.jpg" alt="নদীর পাড়ে মানুষ" width="1280" height="640">',
      '<figcaption>বাঁধের ওপরে | ছবি: রাহনুমা</figcaption></figure>',
      '<p>বাইরের লিংক: <a href="https://video.example/1">ভিডিও</a></p>',
      '<table><caption>উচ্চতা</caption><thead><tr><th>নদী</th><th>মিটার</th></tr></thead>',
      '<tbody><tr><td>ধরলা</td><td>২৬</td></tr></tbody></table>',
      '<aside><h2>এক নজরে</h2><p><a href="https://paper.example/national/12">তিন নদী</a></p>',
      '<ul><li>তিস্তা</li></ul></aside>',
    ].join(''),
  )
})

test('every address is whole, and nothing in it is for a page of ours alone', () => {
  const html = write({ body: everyKind, image: picture, pictures: { 7: picture } })

  const { addresses, names } = read(html)
  expect(addresses.filter((address) => !/^https:\/\//.test(address))).toEqual([])
  expect(names).toEqual(['alt', 'height', 'href', 'src', 'width'])
})

test('the lead picture opens it; corrections and the source close it, as on the page', () => {
  const html = write({
    image: picture,
    corrections: [{ kind: 'correction', note: 'সংখ্যাটি ৪২ হবে।', at: new Date() }],
    source: { name: 'বাসস', url: 'https://bss.example/' },
  })

  expect(html).toMatch(/^<figure><img src="https:\/\/paper.example\/media\/7-abcdef\/1280.jpg"/)
  expect(html).toMatch(
    /<p><b>সংশোধন:<\/b> সংখ্যাটি ৪২ হবে।<\/p><p>সূত্র: <a href="https:\/\/bss.example\/">বাসস<\/a><\/p>$/,
  )
})

describe('a writer’s words are words', () => {
  test.each([
    ['<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>'],
    ['ক & খ', 'ক &#x26; খ'],
    ['র‍্যাব', 'র‍্যাব'],
    [']]>', ']]>'],
  ])('%s', (text, written) => {
    expect(write({ body: [{ kind: 'paragraph', content: [{ text }] }] })).toBe(`<p>${written}</p>`)
  })
})

import { getSchema } from '@tiptap/core'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { StoryBody } from '@/components/article/StoryBody'
import { bodySchema } from '@/components/newsroom/story/body-editor/schema/extensions'
import { searchWords } from '@/lib/bengali/search/search-key'
import { listWords } from '@/lib/bengali/text/shorten'
import { feedOptions, picture, siteUrl, storyOf, storyPublicAt } from '@/lib/feeds/feed-fixtures'
import { storyHtml } from '@/lib/feeds/story-html'
import { toEditorDocument } from '@/lib/newsroom/draft/editor-document'
import { parseEditorDocument } from '@/lib/newsroom/draft/parse-editor-document'
import { blankContent, normalizeContent } from '@/lib/newsroom/draft/story-content'
import { articleOf } from '@/lib/newsroom/preview/preview'
import { lexemeOf, quoteLexeme, searchRowOf } from '@/lib/search-index/search-words'
import { articleData } from '@/lib/seo/json-ld/article'
import type { Imprint } from '@/lib/seo/json-ld/imprint'
import messages from '@/messages/bn.json'
import { bodyText, imageIdsOf } from '../body'
import { bodyInput, unfinishedBody } from '../input'
import { type Block, type BlockByKind, type BlockKind, definitionOf } from './registry'

/** One of each kind with all its fields; the record does not compile when a kind is added. */
const samples: { [K in BlockKind]: BlockByKind[K] } = {
  paragraph: {
    kind: 'paragraph',
    content: [
      { text: 'নদীর পানি ' },
      { text: 'দ্রুত', bold: true },
      { text: ' বাড়ছে', italic: true, href: 'https://elsewhere.example/report' },
    ],
  },
  subheading: { kind: 'subheading', text: 'ক্ষয়ক্ষতি' },
  quote: { kind: 'quote', content: [{ text: 'বাঁধটা ঠিক হোক' }], speaker: 'রহিমা খাতুন' },
  list: { kind: 'list', ordered: true, items: [[{ text: 'চাল' }], [{ text: 'ডাল', bold: true }]] },
  image: { kind: 'image', imageId: picture.id, caption: 'বাঁধের ওপরে আশ্রয়' },
  embed: { kind: 'embed', url: 'https://video.example/7', title: 'বন্যার ভিডিও' },
  table: {
    kind: 'table',
    caption: 'জেলার হিসাব',
    head: [[{ text: 'জেলা' }], [{ text: 'পরিবার' }]],
    rows: [[[{ text: 'কুড়িগ্রাম' }], [{ text: '১২০' }]]],
  },
  factBox: {
    kind: 'factBox',
    title: 'এক নজরে',
    content: [
      { kind: 'paragraph', content: [{ text: 'বিপৎসীমা ' }, { text: '২৬ মিটার', bold: true }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ text: 'নৌকা' }], [{ text: 'ত্রাণ', href: '/country/7' }]],
      },
    ],
  },
}

const editorSchema = getSchema(bodySchema)

const imprint: Imprint = {
  siteUrl,
  paper: {
    name: 'দৈনিক',
    tagline: 'প্রতিদিনের খবর',
    editor: 'সালমা খাতুন',
    publisher: 'দৈনিক প্রকাশনী',
    address: 'ঢাকা ১২০০',
    phone: '০২-০০০০০০০',
    email: 'newsroom@example.com',
    hijriOffsets: {},
  },
  pages: [],
  logo: { path: '/logo.png', width: 512, height: 512 },
}

/** Letters only: pages and feeds break lines and escape characters as they need. */
const lettersOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

function pageHtml(block: Block): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="bn" messages={messages} timeZone="Asia/Dhaka">
      <StoryBody body={[block]} pictures={{ [picture.id]: picture }} />
    </NextIntlClientProvider>,
  )
}

describe.each(Object.values(samples))('a block of the kind $kind', (block: Block) => {
  test('is saved, opened in the editor and saved again without a change', () => {
    const saved = bodyInput.parse([block])
    const reopened = parseEditorDocument(toEditorDocument(saved))

    expect(saved).toEqual([block])
    expect(reopened).toEqual([block])
    expect(unfinishedBody.parse(reopened)).toEqual([block])
    expect(normalizeContent({ ...blankContent('dhaka'), body: reopened }).body).toEqual([block])
  })

  test('stands in the editor’s document as its schema allows', () => {
    const document = editorSchema.nodeFromJSON(toEditorDocument([block]))

    document.check()

    expect(parseEditorDocument(document.toJSON())).toEqual([block])
  })

  test('is previewed as readers get it, with its pictures on the page and in the data for search engines', () => {
    const shown = articleOf(
      { ...blankContent('dhaka'), body: [block] },
      {
        id: 7,
        publicAt: storyPublicAt,
        isHeadlineOnly: false,
        notedChangeAt: null,
        corrections: [],
        related: [],
      },
      {
        category: { slug: 'dhaka', name: 'ঢাকা' },
        contributors: {},
        topics: {},
        sources: {},
        pictures: { [picture.id]: picture },
      },
    )

    const hasPicture = definitionOf(block).pictureIds(block).length > 0
    expect(shown.body).toEqual([block])
    expect(shown.wordCount).toBe(listWords(bodyText([block])).length)
    expect(Object.values(shown.pictures)).toEqual(hasPicture ? [picture] : [])
    expect(
      JSON.stringify(articleData(shown, imprint).image).includes(`/media/${picture.id}-`),
    ).toBe(hasPicture)
  })

  test('survives the database’s JSON', () => {
    expect(bodyInput.parse(JSON.parse(JSON.stringify([block])))).toEqual([block])
  })

  test('shows all its texts on the page and in feeds', () => {
    const page = lettersOf(pageHtml(block))
    const feed = lettersOf(
      storyHtml(
        storyOf({ body: [block], pictures: { [picture.id]: picture } }),
        siteUrl,
        feedOptions.words,
      ),
    )

    const texts = definitionOf(block).paragraphs(block)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      expect(page).toContain(lettersOf(text))
      expect(feed).toContain(lettersOf(text))
    }
  })

  test('is found by its words, counted by them, and shows its pictures', () => {
    const texts = definitionOf(block).paragraphs(block)
    const row = searchRowOf({ headline: '', kicker: null, standfirst: 'সারাংশ', body: [block] })

    for (const text of texts) expect(lettersOf(bodyText([block]))).toContain(lettersOf(text))
    for (const word of texts.flatMap(searchWords)) {
      expect(row.words).toContain(quoteLexeme(lexemeOf(word)))
    }
    expect(imageIdsOf([block])).toEqual(block.kind === 'image' ? [block.imageId] : [])
  })

  test('refuses a field that its kind does not have', () => {
    expect(bodyInput.safeParse([{ ...block, onclick: 'alert(1)' }]).success).toBe(false)
  })
})

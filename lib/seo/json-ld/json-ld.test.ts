import type { NewsArticle } from 'schema-dts'
import { describe, expect, test } from 'vitest'
import type { Article, Contributor, Picture } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import { articleData } from './article'
import { breadcrumbData } from './breadcrumbs'
import type { Imprint } from './imprint'
import { jsonLdText } from './json-ld'
import { collectionData, profileData } from './list'
import { staticPageData } from './page'
import { paperData, siteData } from './paper'

const imprint: Imprint = {
  siteUrl: 'https://paper.example',
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
  pages: [{ slug: 'corrections', title: 'সংশোধন নীতি' }],
  logo: { path: '/logo.png', width: 512, height: 512 },
}
const withPages = (...slugs: string[]): Imprint => ({
  ...imprint,
  pages: slugs.map((slug) => ({ slug, title: slug })),
})

const picture: Picture = {
  id: 7,
  hash: 'abcdef'.padEnd(64, '0'),
  width: 2_000,
  height: 1_500,
  alt: 'নৌকা',
  caption: null,
  credit: null,
  focalX: 0.3,
  focalY: 0.5,
}
const person: Contributor = { slug: 'rahnuma', name: 'রাহনুমা শারমিন', kind: 'person' }
const desk: Contributor = { slug: 'news-desk', name: 'দৈনিক ডেস্ক', kind: 'desk' }
const noon = new Date('2026-03-26T06:00:00Z')

const story: Article = {
  id: 12,
  headline: 'নদীর পানি নামছে',
  kicker: null,
  standfirst: null,
  category: { slug: 'country', name: 'সারাদেশ' },
  publicAt: noon,
  image: picture,
  dateline: null,
  body: [],
  wordCount: 0,
  isHeadlineOnly: false,
  notedChangeAt: null,
  bylines: [person],
  topics: [],
  source: null,
  corrections: [],
  pictures: {},
  related: [],
}

/** As a crawler reads it: what is undefined is not there. */
const structuredData = (article: Partial<Article>, by = imprint): Record<string, unknown> =>
  JSON.parse(JSON.stringify(articleData({ ...story, ...article }, by)))

describe('what a story tells crawlers', () => {
  test('LD1 nothing is required: a story that has little is told by what it has, and claims nothing else', () => {
    const data = structuredData({ image: null, bylines: [] })
    const paper = { ...imprint, pages: [] }

    expect(Object.keys(data)).toEqual(Object.keys(structuredData({}, paper)))
    expect(JSON.stringify(data)).not.toMatch(/null|"":|:""|\[\]|\{\}/)
    expect(data).toMatchObject({ '@type': 'NewsArticle', headline: story.headline })
  })

  test('LD2 all that Google recommends, and who publishes it', () => {
    expect(structuredData({})).toEqual({
      '@type': 'NewsArticle',
      '@id': 'https://paper.example/country/12',
      mainEntityOfPage: 'https://paper.example/country/12',
      headline: 'নদীর পানি নামছে',
      image: [
        'https://paper.example/media/7-abcdef/square-30-50.jpg',
        'https://paper.example/media/7-abcdef/standard-30-50.jpg',
        'https://paper.example/media/7-abcdef/wide-30-50.jpg',
      ],
      datePublished: '2026-03-26T12:00:00+06:00',
      dateModified: '2026-03-26T12:00:00+06:00',
      author: [
        {
          '@type': 'Person',
          name: 'রাহনুমা শারমিন',
          url: 'https://paper.example/author/rahnuma',
        },
      ],
      publisher: {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://paper.example/#paper',
        name: 'দৈনিক',
        url: 'https://paper.example',
        logo: 'https://paper.example/logo.png',
      },
      articleSection: 'সারাদেশ',
      inLanguage: 'bn',
      isAccessibleForFree: true,
    })
  })

  test('LD4 dateModified is the noted change, and never before the story came out', () => {
    const later = new Date('2026-03-26T09:30:00Z')
    const before = new Date('2026-03-25T06:00:00Z')

    expect(structuredData({ notedChangeAt: later }).dateModified).toBe('2026-03-26T15:30:00+06:00')
    expect(structuredData({ notedChangeAt: before }).dateModified).toBe('2026-03-26T12:00:00+06:00')
  })

  test('LD5 a story without a lead picture shows the first of its text; one without any shows its card', () => {
    const inText = {
      image: null,
      body: [{ kind: 'image' as const, imageId: 9 }],
      pictures: { 9: { ...picture, id: 9 } },
    }

    expect(structuredData(inText).image).toHaveLength(3)
    expect(JSON.stringify(structuredData(inText).image)).toContain(
      '/media/9-abcdef/square-30-50.jpg',
    )
    expect(structuredData({ image: null }).image).toEqual([
      expect.stringMatching(/^https:\/\/paper\.example\/media\/card\/12-[0-9a-f]{12}\.jpg$/),
    ])
  })

  test.each([
    ['300 × 300, of which each shape has its 50,000 px', { width: 300, height: 300 }, 3],
    ['too small to be shown by Google in any shape', { width: 240, height: 180 }, 1],
  ])('LD5 a picture of %s', (_, size, count) => {
    const images = structuredData({ image: { ...picture, ...size } }).image as string[]

    expect(images).toHaveLength(count)
    expect(images.every((each) => each.includes('/media/card/'))).toBe(count === 1)
  })

  test('LD6 authors are one object each, a desk is an organization, and no byline is the paper itself', () => {
    expect(structuredData({ bylines: [person, desk] }).author).toEqual([
      { '@type': 'Person', name: person.name, url: 'https://paper.example/author/rahnuma' },
      { '@type': 'Organization', name: desk.name, url: 'https://paper.example/author/news-desk' },
    ])
    expect(structuredData({ bylines: [] }).author).toEqual({
      '@id': 'https://paper.example/#paper',
    })
  })

  test('LD7 a headline of more than 110 letters is cut at a word, letters as readers count them', () => {
    const letters = (text: unknown) => [...new Intl.Segmenter('bn').segment(String(text))].length
    const { headline } = structuredData({ headline: 'ক্ষুদ্র ঋণ '.repeat(30) })

    expect(letters(headline)).toBeLessThanOrEqual(110)
    expect(headline).toMatch(/(?:ক্ষুদ্র|ঋণ)…$/)
  })

  test('LD8 source, corrections and principles are told where there are any', () => {
    const at = new Date('2026-03-26T07:00:00Z')
    const data = structuredData(
      {
        dateline: 'কুড়িগ্রাম',
        source: { name: 'বাসস', url: null },
        corrections: [
          { kind: 'update', note: 'নতুন তথ্য।', at },
          { kind: 'correction', note: 'সংখ্যা ঠিক করা হয়েছে।', at },
        ],
      },
      withPages('principles', 'about'),
    )

    expect(data).toMatchObject({
      dateline: 'কুড়িগ্রাম',
      isBasedOn: { '@type': 'CreativeWork', publisher: { '@type': 'Organization', name: 'বাসস' } },
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'সংখ্যা ঠিক করা হয়েছে।',
          datePublished: '2026-03-26T13:00:00+06:00',
        },
      ],
      publishingPrinciples: 'https://paper.example/principles',
    })
  })
})

describe('what lists tell crawlers', () => {
  const data = { name: 'সারাদেশ: পাতা ৩', path: '/country/page/3', stories: [story] }
  const items = [
    {
      '@type': 'ListItem',
      position: 1,
      name: story.headline,
      url: 'https://paper.example/country/12',
    },
  ]

  test('a page of a list is a collection at its own address', () => {
    expect(collectionData(data, imprint)).toMatchObject({
      '@type': 'CollectionPage',
      '@id': 'https://paper.example/country/page/3',
      name: 'সারাদেশ: পাতা ৩',
      mainEntity: { '@type': 'ItemList', itemListElement: items },
    })
  })

  test("an author's page is about them, and lists what they wrote", () => {
    expect(profileData(person, { ...data, path: '/author/rahnuma' }, imprint)).toMatchObject([
      {
        '@type': 'ProfilePage',
        '@id': 'https://paper.example/author/rahnuma',
        mainEntity: { '@type': 'Person', name: person.name },
      },
      { '@type': 'ItemList', itemListElement: items },
    ])
  })

  test('LD9 the way to a category begins at the front page and is counted from 1', () => {
    const at = (id: number, slug: string): Category => ({
      id,
      slug,
      name: slug,
      position: id,
      parentId: null,
    })

    expect(breadcrumbData(imprint, [at(1, 'country'), at(2, 'dhaka')])).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'দৈনিক', item: 'https://paper.example' },
        {
          '@type': 'ListItem',
          position: 2,
          name: 'country',
          item: 'https://paper.example/country',
        },
        { '@type': 'ListItem', position: 3, name: 'dhaka', item: 'https://paper.example/dhaka' },
      ],
    })
  })
})

describe('what the front page tells of the paper', () => {
  test('DT3 who it is, how to reach it, and the policies it has a page for', () => {
    expect(JSON.parse(JSON.stringify(paperData(imprint)))).toEqual({
      '@type': 'NewsMediaOrganization',
      '@id': 'https://paper.example/#paper',
      name: 'দৈনিক',
      url: 'https://paper.example',
      logo: 'https://paper.example/logo.png',
      slogan: 'প্রতিদিনের খবর',
      address: 'ঢাকা ১২০০',
      telephone: '০২-০০০০০০০',
      email: 'newsroom@example.com',
      correctionsPolicy: 'https://paper.example/corrections',
    })
  })

  test('a search leads to the address that the search form sends', () => {
    expect(siteData(imprint)).toMatchObject({
      '@type': 'WebSite',
      publisher: { '@id': 'https://paper.example/#paper' },
      potentialAction: {
        target: { urlTemplate: 'https://paper.example/search?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    })
  })
})

test.each([
  ['about', 'AboutPage'],
  ['contact', 'ContactPage'],
  ['ethics', 'WebPage'],
])('DT3 the page /%s of the paper is told as what it is, with the way to it', (slug, type) => {
  const [page, trail] = staticPageData({ slug, title: 'পাতা' }, imprint)

  expect(page).toMatchObject({
    '@type': type,
    '@id': `https://paper.example/${slug}`,
    publisher: { '@id': 'https://paper.example/#paper' },
  })
  expect(JSON.stringify(trail)).toContain(
    `"position":2,"name":"পাতা","item":"https://paper.example/${slug}"`,
  )
})

test.each(['</script><script>alert(1)</script>', '<!-- <script>', 'ক < খ & "গ"'])(
  'LD11 no headline ends the script or opens another: %s',
  (headline) => {
    const text = jsonLdText([articleData({ ...story, headline }, imprint)])
    const read: { '@graph': NewsArticle[] } = JSON.parse(text)

    expect(text).not.toContain('<')
    expect(read['@graph']).toMatchObject([{ headline }])
  },
)

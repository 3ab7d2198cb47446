import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '@/e2e/support/fixtures'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { type PageKind, pageKinds } from '@/e2e/support/page-kinds'
import {
  addressesIn,
  articleIn,
  type NewsArticleNode,
  structuredData,
} from '@/e2e/support/structured-data'
import { words } from '@/e2e/support/words'
import { structuredDataFaults } from '@/tools/structured-data/structured-data-faults'

/** What programs are told of each kind of page: the types of its things, in their order. */
const jsonLd: Record<PageKind, string[]> = {
  'the front page': ['NewsMediaOrganization', 'WebSite'],
  'a category': ['CollectionPage', 'BreadcrumbList'],
  'an older page of a category': ['CollectionPage', 'BreadcrumbList'],
  'a category without stories': ['CollectionPage', 'BreadcrumbList'],
  'a story': ['NewsArticle', 'BreadcrumbList'],
  'a story known only by its headline': ['NewsArticle', 'BreadcrumbList'],
  'the list of the latest stories': ['CollectionPage', 'BreadcrumbList'],
  'the list of a topic': ['CollectionPage', 'BreadcrumbList'],
  'the list of an author': ['ProfilePage', 'ItemList', 'BreadcrumbList'],
  'the search form': [],
  'a page of search results': [],
  'the page about the paper': ['AboutPage', 'BreadcrumbList'],
  'the page with a table': ['ContactPage', 'BreadcrumbList'],
  'a page that is not there': [],
  'a withdrawn story': [],
  'the form for a photocard': [],
  'a photocard': [],
  'a photocard of a withdrawn story': [],
  'a photocard that nobody made': [],
}

for (const kind of pageKinds) {
  test(`LD11 the structured data of ${kind} is valid by schema.org and by Google's rules`, async ({
    pages,
  }) => {
    const { text } = await sendRequest(pages[kind].path)

    const things = structuredData(text)

    expect(things.map((thing) => thing['@type'])).toEqual(jsonLd[kind])
    expect(await structuredDataFaults(text)).toEqual([])
    expect(JSON.stringify(things)).toBe(JSON.stringify(things).normalize('NFC'))
  })
}

test('faults of structured data are found', async () => {
  const page = (thing: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [thing] })}</script>`

  const faults = await Promise.all(
    [
      { '@type': 'NewsArticel', headline: 'খবর' },
      { '@type': 'NewsArticle', headlin: 'খবর' },
      { '@type': 'NewsArticle', author: [{ '@type': 'Person', url: 'https://paper.example/' }] },
      { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1 }] },
    ].map(async (thing) => (await structuredDataFaults(page(thing))).length > 0),
  )

  expect(faults).toEqual([true, true, true, true])
})

const article = (page: Page) => page.getByRole('article')

/** The story with all that a story can have: on the screen, and as programs are told of it. */
async function open(page: Page, path: string): Promise<NewsArticleNode> {
  await page.goto(path)
  const found = articleIn(await page.content())
  if (!found) throw new Error(`nothing is told of ${path}`)
  return found
}

test('LD2 a story tells programs the headline, authors and section that readers see', async ({
  page,
  pages,
}) => {
  const facts = await open(page, pages['a story'].path)
  const authors = article(page).getByRole('list', { name: words.article.byline }).getByRole('link')
  const trail = article(page).getByRole('navigation', { name: words.site.breadcrumb })

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(facts.headline)
  await expect(authors).toHaveText(facts.author.map(({ name }) => name))
  expect(
    await authors.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)),
  ).toEqual(facts.author.map(({ url }) => url))
  expect(facts.author.map((author) => author['@type'])).toEqual(['Person', 'Organization'])
  await expect(trail.getByRole('link').last()).toHaveText(facts.articleSection)
})

test('DT2 the stamps that readers see are those that programs are told, zone and all', async ({
  page,
  pages,
}) => {
  const facts = await open(page, pages['a story'].path)
  const stamps = article(page).getByText(words.article.published).getByRole('time')

  expect(
    await stamps.evaluateAll((all) => all.map((each) => each.getAttribute('datetime'))),
  ).toEqual([facts.datePublished, facts.dateModified])
  expect(facts).toMatchObject({
    datePublished: '2024-05-20T20:02:00+06:00',
    dateModified: '2024-05-21T09:30:00+06:00',
  })
})

test('DT1 a story says in words when it came out and when it was last changed', async ({
  page,
  pages,
}) => {
  await page.goto(pages['a story'].path)

  const stamps = article(page).locator('header').getByText(words.article.published)

  await expect(stamps).toBeVisible()
  await expect(stamps).toContainText(`${words.article.published} ২০ মে ২০২৪, ০৮:০২ পিএম`)
  await expect(stamps).toContainText(`${words.article.updated} ২১ মে ২০২৪, ০৯:৩০ এএম`)
})

test('DT3 every story says who wrote it, who publishes it, and how to reach them', async ({
  page,
  pages,
}) => {
  const { publisher } = await open(page, pages['a story'].path)
  const footer = page.getByRole('contentinfo')
  const paper = structuredData((await sendRequest('/')).text)[0]

  for (const fact of [publisher.name, paper?.address, paper?.telephone, paper?.email]) {
    await expect(footer).toContainText(String(fact))
  }
  await expect(footer).toContainText(words.site.publisher.replace('{name}', '').trim())
  expect(paper).toMatchObject({ name: publisher.name, correctionsPolicy: `${baseUrl}/corrections` })
})

test('LD3 every date has the offset of its zone', async ({ pages }) => {
  const facts = articleIn((await sendRequest(pages['a story'].path)).text)
  const dates = [
    facts?.datePublished,
    facts?.dateModified,
    ...(facts?.correction.map(({ datePublished }) => datePublished) ?? []),
  ]

  expect(dates).toHaveLength(3)
  for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+06:00$/)
})

test('LD4 a story never noted as changed was last modified when it came out', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.publish({ publishedAt: new Date('2024-05-20T14:02:00Z') })

  const facts = await open(page, story.path)

  expect([facts.datePublished, facts.dateModified]).toEqual(
    Array(2).fill('2024-05-20T20:02:00+06:00'),
  )
  await expect(article(page).getByText(words.article.updated)).toHaveCount(0)
})

test('LD5 a story’s picture is there as 1:1, 4:3 and 16:9, 1200 pixels wide, in JPEG', async ({
  request,
  pages,
}) => {
  const facts = articleIn((await sendRequest(pages['a story'].path)).text)

  const pictures = await Promise.all(
    (facts?.image ?? []).map(async (address) => {
      const response = await request.get(address, { maxRedirects: 0 })
      const { format, width, height } = await sharp(await response.body()).metadata()
      return [response.status(), format, width, height]
    }),
  )

  // The picture is 1700 × 1100: its square is as wide as it is high.
  expect(pictures).toEqual([
    [200, 'jpeg', 1_100, 1_100],
    [200, 'jpeg', 1_200, 900],
    [200, 'jpeg', 1_200, 675],
  ])
})

test('LD8 a story’s data hold its source, corrections, language and publisher', async ({
  page,
  pages,
}) => {
  const facts = await open(page, pages['a story'].path)

  expect(facts).toMatchObject({
    inLanguage: 'bn',
    isAccessibleForFree: true,
    mainEntityOfPage: baseUrl + pages['a story'].path,
    publisher: { '@type': 'NewsMediaOrganization', url: baseUrl },
  })
  await expect(
    article(page).getByRole('link', { name: facts.isBasedOn.publisher.name }),
  ).toHaveAttribute('href', facts.isBasedOn.publisher.url)
  expect(facts.correction).toHaveLength(1)
  await expect(
    article(page).getByRole('note').filter({ hasText: words.article.correction }),
  ).toContainText(facts.correction[0]?.text ?? '')
})

for (const kind of [
  ...(['a story', 'a category', 'the list of the latest stories', 'the list of a topic'] as const),
  ...(['the list of an author', 'the page about the paper', 'the page with a table'] as const),
]) {
  test(`LD9 the way to ${kind} is told from the front page down, as readers go`, async ({
    pages,
  }) => {
    const { text } = await sendRequest(pages[kind].path)
    const trail = structuredData(text).find((thing) => thing['@type'] === 'BreadcrumbList')
    const steps = trail?.itemListElement as { position: number; name: string; item: string }[]

    const responses = await Promise.all(
      steps.map(async ({ item }) => sendRequest(new URL(item).pathname)),
    )

    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1))
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(responses.map(({ status }) => status)).toEqual(steps.map(() => 200))
    expect(
      responses.map((response, index) => response.words.includes(steps[index]?.name ?? '?')),
    ).toEqual(steps.map(() => true))
  })
}

test('DT3 a page of the paper tells what readers see as its heading, and whose it is', async ({
  page,
  pages,
}) => {
  for (const kind of ['the page about the paper', 'the page with a table'] as const) {
    const { path } = pages[kind]
    await page.goto(path)
    const [jsonLd] = structuredData(await page.content())

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(jsonLd?.name))
    expect(jsonLd).toMatchObject({
      '@id': baseUrl + path,
      publisher: { '@type': 'NewsMediaOrganization', url: baseUrl },
    })
  }
})

for (const kind of pageKinds.filter((each) => jsonLd[each].length > 0)) {
  test(`LD11 every address in the structured data of ${kind} is whole, and answers without a detour`, async ({
    request,
    pages,
  }) => {
    const things = structuredData((await sendRequest(pages[kind].path)).text)
    const own = addressesIn(things)
      .filter((address) => address.startsWith(`${baseUrl}/`) && !address.includes('{'))
      .map((address) => address.replace(/#.*$/, ''))
    const relative = JSON.stringify(things).match(/"(?:@id|url|item|logo)":"(?!https?:\/\/)[^"]*"/g)

    const responses = await Promise.all(
      [...new Set(own)].map((address) => request.get(address, { maxRedirects: 0 })),
    )

    expect(relative).toBeNull()
    expect(responses.length).toBeGreaterThan(0)
    expect(
      responses.filter((response) => response.status() !== 200).map((each) => each.url()),
    ).toEqual([])
  })
}

for (const kind of [
  'a category',
  'the list of the latest stories',
  'the list of a topic',
  'the list of an author',
] as const) {
  test(`${kind} tells programs the stories that readers see, in their order`, async ({
    page,
    pages,
  }) => {
    await page.goto(pages[kind].path)
    const things = structuredData(await page.content())
    const list = (things.find((thing) => thing['@type'] === 'ItemList') ??
      things[0]?.mainEntity) as { itemListElement: { name: string; url: string }[] }

    const visibleItems = await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => ({
          name: link.textContent,
          url: (link as HTMLAnchorElement).href,
        })),
      )

    expect(list.itemListElement.map(({ name, url }) => ({ name, url }))).toEqual(visibleItems)
    expect(visibleItems.length).toBeGreaterThan(0)
  })
}

import type { Page } from '@playwright/test'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { indexStory } from '@/e2e/support/search-index'
import type { Body } from '@/lib/content-model/body'
import { searchPath } from '@/lib/urls/search-address'

const longWord = 'হা'.repeat(60)
const address = `https://www.example.gov.bd/site/view/notices?download=${'%E0%A6%97'.repeat(17)}.pdf`
const long = `${longWord} ${address}`
const content = [{ text: long }]

const everyBlock = (imageId: number): Body => [
  { kind: 'paragraph', content },
  { kind: 'subheading', text: long },
  { kind: 'quote', content, speaker: long },
  { kind: 'list', ordered: false, items: [content, content] },
  { kind: 'image', imageId, caption: long },
  { kind: 'embed', url: 'https://www.example.com/video', title: long },
  { kind: 'factBox', title: long, content: [{ kind: 'paragraph', content }] },
  { kind: 'table', caption: long, head: [[{ text: 'এলাকা' }], content], rows: [[content, content]] },
]

/** A story of which each field holds a word and an address without a break. */
async function publishLongWords(newsroom: StaffedNewsroom) {
  const category = await newsroom.addCategory()
  const picture = await newsroom.addPicture()
  const [contributor, topic, source] = [
    await newsroom.addContributor(),
    await newsroom.addTopic(),
    await newsroom.addSource(),
  ]
  const words = { alt: long, caption: long, credit: long }
  await newsroom.db.image.update({ where: { id: picture.id }, data: words })
  await newsroom.db.contributor.update({ where: { id: contributor.id }, data: { name: longWord } })
  await newsroom.db.topic.update({ where: { id: topic.id }, data: { name: longWord } })
  await newsroom.db.source.update({ where: { id: source.id }, data: { name: longWord } })
  const story = await newsroom.publish({
    category,
    headline: `${longWord} ${newsroom.name('খবর')}`,
    kicker: long,
    standfirst: long,
    dateline: longWord,
    body: everyBlock(picture.id),
    bylines: [contributor],
    topics: [topic],
    source,
    leadImage: picture,
    corrections: [{ kind: 'correction', note: long, at: new Date() }],
  })
  await indexStory(newsroom, story)
  return { story, category, contributor, topic }
}

/** Which elements make the page wider than the screen, and which words of its menus and buttons are torn apart. */
const layoutFaults = (page: Page) =>
  page.evaluate(() => {
    const torn = [...document.querySelectorAll('nav a, button, select, summary')].flatMap(
      (element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const { index, 0: word } of (node.textContent ?? '').matchAll(/[^\s-]{1,30}/gu)) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + word.length)
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
            if (tops.size > 1) found.push(word)
          }
        return found
      },
    )
    const { scrollWidth, clientWidth } = document.documentElement
    const tooWide = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(({ tagName, className }) => `${tagName} ${className}`)
    return {
      tooWide: scrollWidth > clientWidth ? tooWide.slice(0, 4) : [],
      torn: torn.filter((word) => !word.includes('হাহা')),
    }
  })

const widths = [320, 360, 1280]
const noFaults = { tooWide: [], torn: [] }

async function expectFits(page: Page, path: string) {
  await page.goto(path)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 })
    expect(await layoutFaults(page), `${path} at ${width} px`).toEqual(noFaults)
  }
}

test.describe.configure({ timeout: 180_000 })

test('a word without a break never widens a page of the readers', async ({ page, newsroom }) => {
  const { story, category, contributor, topic } = await publishLongWords(newsroom)
  const paths = [
    story.path,
    `/${category.slug}`,
    '/latest',
    '/',
    `/author/${contributor.slug}`,
    `/topic/${topic.slug}`,
    searchPath({ typed: longWord, page: 1 }),
    `/report/${story.id}`,
    `/no-such-page-${'a'.repeat(120)}`,
  ]

  for (const path of paths) await expectFits(page, path)
})

test('nor a page of the newsroom', async ({ page, newsroom }) => {
  const { story, category, contributor, topic } = await publishLongWords(newsroom)
  await newsroom.signIn(page, 'admin')
  const paths = [
    '/newsroom',
    '/newsroom/lists',
    `/newsroom/stories/${story.id}`,
    `/newsroom/stories/${story.id}/revisions`,
    `/newsroom/stories/${story.id}/reports`,
    `/newsroom/stories/${story.id}/photocards`,
    '/newsroom/media',
    '/newsroom/front',
    '/newsroom/categories',
    `/newsroom/categories/${category.slug}`,
    `/newsroom/contributors/${contributor.id}`,
    `/newsroom/topics/${topic.id}`,
    '/newsroom/users',
    '/newsroom/settings',
  ]

  for (const path of paths) await expectFits(page, path)
})

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { findFaintText } from '@/e2e/support/contrast'
import { sendRequest } from '@/e2e/support/http-client'
import { paragraph, type Story, type StoryFields, secondsFromNow } from '@/e2e/support/newsroom'
import {
  expect as expectSoon,
  type StaffedNewsroom,
  type TestUser,
  test,
} from '@/e2e/support/newsroom-fixtures'
import { outline } from '@/e2e/support/outline'
import { words } from '@/e2e/support/words'
import { shareCardTexts } from '@/lib/cards/share-card/share-card'
import { drawShareCard } from '@/lib/cards/share-card/share-card-drawing'
import type { Body } from '@/lib/content-model/body'
import { encodeChoice } from '@/lib/front/draft'
import { emptyChoice } from '@/lib/front/front'
import { stories } from '@/prisma/seed/sample-paper'

// A whole newsroom's page is opened each time, on whatever machine: nothing here waits when nothing is late.
test.describe.configure({ timeout: 120_000 })
const expect = expectSoon.configure({ timeout: 20_000 })

const t = words.newsroomPreview
const headline = (page: Page) => page.getByLabel(words.newsroomEditor.headline, { exact: true })
const body = (page: Page) => page.getByRole('textbox', { name: words.newsroomEditor.body })
const saved = (page: Page) =>
  page.getByRole('status').filter({ hasText: words.newsroomStory.saved.split(' ')[0] })
const preview = (page: Page) => page.frameLocator(`iframe[title="${t.frame}"]`)
const choose = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click()

/** The story's page with its preview open beside it, which has begun to follow. */
async function openPreview(page: Page, story: Story) {
  await page.goto(`/newsroom/stories/${story.id}`)
  await expect(headline(page)).toBeEditable()
  await page.getByRole('tab', { name: words.newsroomStory.preview }).click()
  await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(story.headline)
  await expect(page.getByText(t.loading)).toHaveCount(0)
}

/** Everything that a story's page can show. */
async function fullStory(newsroom: StaffedNewsroom): Promise<StoryFields> {
  const [picture, inside] = [await newsroom.addPicture(), await newsroom.addPicture()]
  const runs = [
    { text: 'মোটা', bold: true as const },
    { text: ' ও ' },
    { text: 'বাঁকা', italic: true as const },
  ]
  return {
    kicker: 'উত্তরের জনপদ',
    standfirst: 'তিন দিনে পানি কমেছে।',
    dateline: 'কুড়িগ্রাম',
    leadImage: picture,
    bylines: [await newsroom.addContributor(), await newsroom.addContributor('desk')],
    topics: [await newsroom.addTopic(), await newsroom.addTopic()],
    source: await newsroom.addSource('https://example.com/'),
    corrections: [{ kind: 'update', note: 'নতুন তথ্য এসেছে।', at: new Date('2026-03-26T08:00:00Z') }],
    body: [
      paragraph('প্রথম অনুচ্ছেদ।'),
      { kind: 'subheading', text: 'উপশিরোনাম' },
      { kind: 'paragraph', content: runs },
      { kind: 'quote', content: [{ text: 'উদ্ধৃতি' }], speaker: 'একজন' },
      { kind: 'list', ordered: true, items: [[{ text: 'এক' }], [{ text: 'দুই', href: '/latest' }]] },
      { kind: 'image', imageId: inside.id, caption: 'ছবির কথা' },
      { kind: 'embed', url: 'https://example.com/video', title: 'ভিডিও' },
      { kind: 'table', head: [[{ text: 'জেলা' }]], rows: [[[{ text: 'কুড়িগ্রাম' }]]] },
      {
        kind: 'factBox',
        title: 'এক নজরে',
        content: [
          { kind: 'paragraph', content: [{ text: 'তিন নদী' }] },
          { kind: 'list', ordered: false, items: [[{ text: 'ধরলা' }]] },
        ],
      },
    ],
  }
}

/** As long as the longest that a paper prints: sixty kilobytes of the sample paper's own prose. */
function sixtyKilobytes(): Body {
  const prose = stories.flatMap((story) => story.body).filter((block) => typeof block === 'string')
  const texts: string[] = []
  for (let bytes = 0; bytes < 60_000; bytes += Buffer.byteLength(texts.at(-1) ?? '')) {
    texts.push(prose[texts.length % prose.length]?.normalize('NFC') ?? '')
  }
  return texts.map(paragraph)
}

const cookiesOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

const askAs = async (page: Page, path: string) =>
  sendRequest(path, { headers: { cookie: await cookiesOf(page) } })

test.describe('what is previewed is what readers get', () => {
  test('to the byte, save for what keeps it to the newsroom', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'editor')
    const story = await newsroom.publish(await fullStory(newsroom))
    const own = await sendRequest(story.path)

    const looked = await askAs(page, `/newsroom/preview/${story.id}/article`)

    // By what a story is found and shared: its address, tags for other sites, and data for crawlers.
    const forOthers =
      /<link rel="canonical" [^>]*>|<meta (?:name="(?:robots|twitter:[^"]*)"|property="(?:og|article):[^"]*") [^>]*>|<script type="application\/ld\+json">.*?<\/script>/g
    const closed = '<meta name="robots" content="noindex, nofollow"/>'
    expect(own.text).toMatch(/<link rel="canonical" .*"og:url".*"application\/ld\+json"/)
    expect(looked.text).toContain(closed)
    expect(looked.text.replace(closed, '')).toBe(own.text.replace(forOthers, ''))
    expect(looked.text).not.toMatch(/<script(?! data-reader)/)
  })

  test('also when it is drawn in the browser, every kind of block', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'editor')
    const story = await newsroom.publish(await fullStory(newsroom))
    await openPreview(page, story)
    await headline(page).fill(`${story.headline} বদলানো`)
    await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(/বদলানো$/)
    await headline(page).fill(story.headline)
    await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(story.headline)

    const live = await preview(page).locator('main').evaluate(outline)

    expect(live).toEqual(await page.evaluate(outline, (await sendRequest(story.path)).text))
  })

  test('and what was typed is on the page that the server draws once it is saved', async ({
    page,
    newsroom,
  }) => {
    await newsroom.signIn(page, 'editor')
    // Its hour is planned: the same on both, whenever they are drawn.
    const story = await newsroom.schedule({ publishAt: secondsFromNow(86_400) })
    await openPreview(page, story)

    await headline(page).fill('নদীর পানি নামছে')
    await body(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(' র‍্যাবের সঙ্গে স্থানীয়রা।')
    await expect(saved(page)).toBeVisible()

    const path = `/newsroom/preview/${story.id}/article`
    await expect
      .poll(async () => page.evaluate(outline, (await askAs(page, path)).text))
      .toEqual(await preview(page).locator('main').evaluate(outline))
    expect((await askAs(page, path)).words).toContain('র‍্যাবের সঙ্গে স্থানীয়রা।')
  })
})

test.describe('while it is written', () => {
  /** How long from a change in the editor until the preview shows it, in milliseconds. */
  const followMs = (page: Page, text: string) =>
    page.evaluate(async (typed) => {
      const began = performance.now()
      document.execCommand('insertText', false, typed)
      const shown = () =>
        document.querySelector('iframe')?.contentDocument?.querySelector('main')?.textContent
      while (!shown()?.includes(typed)) await new Promise(requestAnimationFrame)
      return performance.now() - began
    }, text)

  test('the preview follows sixty kilobytes on a slow line within a second, in its place', async ({
    page,
    newsroom,
  }) => {
    const writer = await newsroom.signIn(page, 'reporter')
    const story = await newsroom.draftOf(writer, { body: sixtyKilobytes() })
    await openPreview(page, story)
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    })
    await page.evaluate(() => {
      const view = document.querySelector('iframe')?.contentWindow
      Object.assign(view ?? {}, { isTheSame: true })
      view?.scrollTo(0, 3_000)
    })
    await body(page).click()
    await page.keyboard.press('Control+End')

    const times: number[] = []
    for (let round = 0; round < 20; round += 1) {
      times.push(await followMs(page, ` শব্দ${String.fromCharCode(0x995 + round)}।`))
    }

    const sorted = times.toSorted((a, b) => a - b)
    test.info().annotations.push({
      type: 'from typing to preview, ms',
      description: `median ${Math.round(sorted[9] ?? 0)}, p95 ${Math.round(sorted[18] ?? 0)}`,
    })
    console.log(test.info().annotations.at(-1)?.description)
    expect(sorted[18]).toBeLessThan(1_000)
    const after = await page.evaluate(() => {
      const view = document.querySelector('iframe')?.contentWindow as Window & {
        isTheSame?: boolean
      }
      return { isTheSame: view.isTheSame, scrolled: view.scrollY }
    })
    expect(after).toEqual({ isTheSame: true, scrolled: 3_000 })
    await expect(body(page)).toBeFocused()
    await page.keyboard.insertText('শেষ')
    await expect(body(page)).toHaveText(/।শেষ$/)
  })

  test('the preview needs no line, and the text no preview', async ({
    page,
    newsroom,
    context,
  }) => {
    const writer = await newsroom.signIn(page, 'reporter')
    const story = await newsroom.draftOf(writer)
    await openPreview(page, story)

    await context.setOffline(true)
    await headline(page).fill('লাইন ছাড়াই লেখা')

    await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText('লাইন ছাড়াই লেখা')
    await choose(page, t.view, t.front)
    await expect(page.getByText(t.failed)).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: t.again }).click()
    await expect(preview(page).getByRole('heading', { name: 'লাইন ছাড়াই লেখা' }).first()).toBeVisible()
  })

  test('a block that the saved story did not have is drawn as readers get it', async ({
    page,
    newsroom,
  }) => {
    const writer = await newsroom.signIn(page, 'reporter')
    const story = await newsroom.draftOf(writer)
    await openPreview(page, story)

    await body(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Shift+8')
    await page.keyboard.insertText('তালিকার এক')

    const item = preview(page).getByRole('listitem').filter({ hasText: 'তালিকার এক' })
    await expect(item).toBeVisible()
    await expect(item.locator('..')).toHaveCSS('list-style-type', 'disc')
  })
})

test.describe('where it will stand', () => {
  const look = async (page: Page, newsroom: StaffedNewsroom, user: TestUser) => {
    const picture = await newsroom.addPicture()
    const story = await newsroom.draftOf(user, { leadImage: picture, standfirst: 'ভেতরের কথা।' })
    await openPreview(page, story)
    return story
  }

  test('on the front page, by rule or as its lead, and on its category’s', async ({
    page,
    newsroom,
  }) => {
    const { headline: title } = await look(page, newsroom, await newsroom.signIn(page, 'editor'))
    const lead = preview(page).getByRole('region', { name: words.front.lead })

    await choose(page, t.view, t.front)
    await choose(page, t.place, t.lead)
    await expect(lead.getByRole('heading', { name: title })).toBeVisible()
    await choose(page, t.view, t.category)

    await expect(preview(page).getByRole('heading', { name: title })).toBeVisible()
    await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(/বিভাগ/)
  })

  test('as the card of a place where it is shared', async ({ page, newsroom }) => {
    const story = await look(page, newsroom, await newsroom.signIn(page, 'editor'))

    await choose(page, t.view, t.card)

    const card = preview(page).getByRole('article')
    await expect(card.getByRole('heading', { name: story.headline })).toBeVisible()
    await expect(card.getByText('ভেতরের কথা।')).toBeVisible()
    await expect(card.getByRole('img', { name: words.preview.card })).toHaveJSProperty(
      'naturalWidth',
      1200,
    )
  })

  test('as the very card that is drawn for others’ sites, of the text that was last saved', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.draftOf(await newsroom.signIn(page, 'editor'))
    await openPreview(page, story)
    await choose(page, t.view, t.card)
    const picture = preview(page).getByRole('article').getByRole('img')
    await expect(picture).toHaveJSProperty('naturalWidth', 1200)
    const before = await picture.getAttribute('src')
    const requestedPaths: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('/share-card'))
        requestedPaths.push(request.url())
    })

    const written = newsroom.name('ক্ষুদ্র ঋণের সুদ মওকুফ')
    await headline(page).fill('')
    await headline(page).pressSequentially(written)
    await expect(saved(page)).toBeVisible()
    await expect(picture).not.toHaveAttribute('src', before ?? '')
    await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText(written)
    const paper = await newsroom.db.paper.findFirstOrThrow()
    const cardContent = { ...story, headline: written, publicAt: new Date(), image: null }
    const drawn = await drawShareCard(shareCardTexts(cardContent, paper), null)
    const ask = () => page.request.get(`/newsroom/stories/${story.id}/share-card`)
    await expect.poll(async () => (await (await ask()).body()).equals(drawn)).toBe(true)
    const shown = await ask()

    expect(requestedPaths.length).toBeGreaterThan(0)
    expect(requestedPaths.length).toBeLessThan(written.length / 2)
    expect(shown.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': expect.stringContaining('no-store'),
      'x-robots-tag': 'noindex',
    })
  })

  test('and no user gets the card of a story without permission for it', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.draftOf(await newsroom.addUser('reporter'))
    const path = `/newsroom/stories/${story.id}/share-card`
    const asVisitor = await page.request.get(path)
    await newsroom.signIn(page, 'reporter')

    const asOther = await page.request.get(path)
    const ofNone = await page.request.get('/newsroom/stories/2147483600/share-card')

    expect([asVisitor.status(), asOther.status(), ofNone.status()]).toEqual([401, 403, 404])
    expect(asOther.headers()['content-type']).toContain('application/json')
  })

  test('on a phone and on a desk’s screen, in light and in dark, over all of the page', async ({
    page,
    newsroom,
  }) => {
    await look(page, newsroom, await newsroom.signIn(page, 'editor'))
    const frame = page.locator('iframe')
    const paper = preview(page).locator('html')
    await page.evaluate(() => {
      Object.assign(document.querySelector('iframe')?.contentWindow ?? {}, { isTheSame: true })
    })

    await choose(page, t.width, t.desktop)
    await expect(frame).toHaveCSS('width', '1280px')
    await choose(page, t.width, t.phone)
    await expect(frame).toHaveCSS('width', '360px')
    await choose(page, t.theme, t.dark)
    await expect(paper).toHaveCSS('background-color', 'rgb(18, 20, 23)')
    await choose(page, t.theme, t.light)
    await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await page.getByRole('button', { name: t.full, exact: true }).click()
    await expect(page.locator('dialog:modal')).toBeVisible()
    await page.keyboard.press('Escape')

    await expect(page.locator('dialog:modal')).toHaveCount(0)
    await expect(page.getByRole('button', { name: t.full, exact: true })).toBeVisible()
    const isTheSame = await page.evaluate(
      () => 'isTheSame' in (document.querySelector('iframe')?.contentWindow ?? {}),
    )
    expect(isTheSame).toBe(true)
  })
})

test.describe('who may look', () => {
  const path = (story: Story, view = 'article') => `/newsroom/preview/${story.id}/${view}`

  test('nobody without an account; a reporter not at another’s; nobody keeps it', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.draft()
    expect(await sendRequest(path(story))).toMatchObject({
      status: 307,
      headers: { location: expect.stringMatching(/^\/newsroom\/sign-in\?to=/) },
    })
    const user = await newsroom.signIn(page, 'reporter')
    const mine = await newsroom.draftOf(user)

    expect((await askAs(page, path(story))).status).toBe(403)
    expect((await askAs(page, path(mine, 'nowhere'))).status).toBe(404)
    expect((await askAs(page, '/newsroom/preview/999999999/article')).status).toBe(404)
    expect(await askAs(page, path(mine))).toMatchObject({
      status: 200,
      headers: {
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
        'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
      },
    })
  })

  test('the front with other pins: the desk that sets it', async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'editor')
    const story = await newsroom.publish()

    const choice = { ...emptyChoice, pins: [{ place: 0, id: story.id, until: null }] }
    const pinned = await askAs(page, `/newsroom/preview/front?draft=${encodeChoice(choice)}`)

    expect(pinned.status).toBe(200)
    expect(pinned.words).toContain(story.headline)
    await page.context().clearCookies()
    await newsroom.signIn(page, 'subEditor')
    expect((await askAs(page, '/newsroom/preview/front')).status).toBe(403)
  })

  test('a malformed request for the preview is refused', async ({ page, newsroom }) => {
    const user = await newsroom.signIn(page, 'reporter')
    const story = await newsroom.draftOf(user)
    const other = await newsroom.draft()
    const none = { category: 'x', contributors: [], topics: [], sources: [], pictures: [] }
    const good = { view: 'front', place: 'rule', numbers: none }
    const around = async (id: number, data: object) =>
      page.evaluate(
        async ([to, sent]) =>
          (
            await fetch(`/newsroom/stories/${to}/preview-context`, {
              method: 'POST',
              body: sent as string,
            })
          ).status,
        [id, JSON.stringify(data)] as const,
      )

    expect(await around(story.id, good)).toBe(200)
    expect(await around(story.id, { ...good, view: 'everything' })).toBe(400)
    expect(await around(story.id, { ...good, numbers: { ...none, topics: ['1; DROP'] } })).toBe(400)
    expect(await around(other.id, good)).toBe(403)
    expect(await around(999_999_999, good)).toBe(404)
  })
})

for (const width of [360, 1440]) {
  test(`the preview is for everybody at ${width} pixels`, async ({ page, newsroom }) => {
    await page.setViewportSize({ width, height: 900 })
    const writer = await newsroom.signIn(page, 'reporter')
    await openPreview(page, await newsroom.draftOf(writer))
    await page.evaluate(() => document.fonts.ready)

    const { violations } = await new AxeBuilder({ page }).include('aside').analyze()

    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([])
    expect(await findFaintText(page)).toEqual([])
    const low = await page
      .locator('dialog button, dialog a')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).length)
    expect(low).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
}

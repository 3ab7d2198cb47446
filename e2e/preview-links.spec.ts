import type { Page } from '@playwright/test'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import {
  expect as expectSoon,
  type StaffedNewsroom,
  type TestUser,
  test,
} from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

// A whole newsroom's page is opened each time, on whatever machine: nothing here waits when nothing is late.
test.describe.configure({ timeout: 120_000 })
const expect = expectSoon.configure({ timeout: 20_000 })

const t = words.newsroomPreviewLinks

/** The story's page, and in it a link that was just made. */
async function makeLink(page: Page, newsroom: StaffedNewsroom, user: TestUser) {
  const story = await newsroom.draftOf(user)
  await page.goto(`/newsroom/stories/${story.id}`)
  await expect(page.getByLabel(words.newsroomEditor.headline, { exact: true })).toBeEditable({
    timeout: 20_000,
  })
  await page.getByRole('tab', { name: words.newsroomStory.preview }).click()
  await page.getByRole('button', { name: t.create }).click()
  const address = await page.getByLabel(t.address).inputValue()
  return { story, address, path: address.slice(baseUrl.length) }
}

test('a link to a story that was published since says so, and leads to what readers have', async ({
  page,
  newsroom,
}) => {
  const writer = await newsroom.signIn(page, 'editor')
  const { story, address } = await makeLink(page, newsroom, writer)
  const at = new Date(Date.now() - 60_000)
  await newsroom.db.article.update({
    where: { id: story.id },
    data: { status: 'published', publishAt: at, publishedAt: at },
  })

  await page.goto(address)

  const notice = page.getByRole('complementary', { name: words.preview.changed })
  await expect(notice).not.toContainText(words.preview.draft)
  await expect(notice.getByRole('link', { name: words.preview.toPublished })).toHaveAttribute(
    'href',
    story.path,
  )
})

test('RB5 a visitor without an account sees the draft, marked as not published', async ({
  page,
  newsroom,
  browser,
}) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const { story, address } = await makeLink(page, newsroom, writer)
  await page.getByLabel(words.newsroomEditor.headline, { exact: true }).fill('পরে লেখা শিরোনাম')
  const guest = await (await browser.newContext()).newPage()

  const requestedPaths: string[] = []
  guest.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname))
  await guest.clock.install()

  const response = await guest.goto(address)

  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(story.headline)
  await expect(guest.getByRole('complementary', { name: words.preview.draft })).toBeVisible()
  await expect(guest).toHaveTitle(`${words.preview.draft} ${story.headline}`)
  await expect(guest.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(guest.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
  await expect(guest.locator('link[rel=canonical]')).toHaveCount(0)
  // The readers' own script may have come meanwhile: it is fetched once the page is there.
  const foreign = 'script:not([data-reader], [type=speculationrules], [src^="/_reader/"])'
  await expect(guest.locator(foreign)).toHaveCount(0)
  expect(response?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  })
  expect((await sendRequest(story.path)).status).toBe(404)
  // A draft that is looked at is not counted as read, by a script that is there.
  await expect(guest.getByRole('button', { name: words.reader.dark, exact: true })).toBeVisible()
  await guest.clock.runFor(10_000)
  expect(requestedPaths).toContain(new URL(address).pathname)
  expect(requestedPaths.filter((path) => path.startsWith('/api/'))).toEqual([])
  await guest.context().close()
})

test('a link that is guessed, altered, expired or taken back answers like any that never was', async ({
  page,
  newsroom,
}) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const { story, path } = await makeLink(page, newsroom, writer)
  expect((await sendRequest(path)).status).toBe(200)
  const [link] = await newsroom.db.previewLink.findMany({ where: { articleId: story.id } })
  const where = { id: link?.id ?? '' }

  const responses: Record<string, Awaited<ReturnType<typeof sendRequest>>> = {}
  responses.guessed = await sendRequest(`/preview/${'0123456789abcdef'.repeat(4)}`)
  responses.altered = await sendRequest(path.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  responses.cut = await sendRequest(path.slice(0, -1))
  responses.short = await sendRequest('/preview/')
  responses.odd = await sendRequest('/preview/%E0%A6/..')
  await newsroom.db.previewLink.update({ where, data: { expiresAt: new Date() } })
  responses.expired = await sendRequest(path)
  await newsroom.db.previewLink.update({
    where,
    data: { expiresAt: link?.expiresAt ?? new Date() },
  })
  expect((await sendRequest(path)).status).toBe(200)
  await page.getByRole('button', { name: t.revoke }).click()
  await expect(page.getByText(t.revoked)).toBeVisible()
  await expect(page.getByText(t.none)).toBeVisible()
  responses.revoked = await sendRequest(path)

  const comparable = Object.values(responses).map(({ status, headers, text }) => {
    const { date: _, ...rest } = headers
    return { status, headers: rest, text }
  })
  expect(comparable[0]).toMatchObject({
    status: 404,
    headers: { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' },
    text: expect.stringContaining(words.errors.notFoundTitle),
  })
  expect(
    comparable.filter((each) => JSON.stringify(each) !== JSON.stringify(comparable[0])),
  ).toEqual([])
})

test('a link is made once by two clicks, and copied', async ({ page, newsroom, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const writer = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(writer)
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(`/newsroom/stories/${story.id}`)
  await page.getByRole('tab', { name: words.newsroomStory.preview }).click()
  await page.getByLabel(t.lasts).selectOption('24')

  await page.getByRole('button', { name: t.create }).dblclick()
  await page.getByRole('button', { name: t.copy }).click()

  await expect(page.getByRole('status').filter({ hasText: t.copied })).toBeVisible()
  const address = await page.getByLabel(t.address).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  const [link, ...others] = await newsroom.db.previewLink.findMany({
    where: { articleId: story.id },
  })
  expect(others).toEqual([])
  const hours = (Number(link?.expiresAt) - Number(link?.createdAt)) / 3_600_000
  expect(hours).toBe(24)
})

test('no preview link is made before the draft is saved', async ({ page, newsroom, context }) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(writer)
  await page.goto(`/newsroom/stories/${story.id}`)
  const headline = page.getByLabel(words.newsroomEditor.headline, { exact: true })
  await expect(headline).toBeEditable()
  await page.getByRole('tab', { name: words.newsroomStory.preview }).click()
  await expect(page.getByText(t.none)).toBeVisible()

  await context.setOffline(true)
  await headline.fill('না-পাঠানো')
  await page.getByRole('button', { name: t.create }).click()

  await expect(page.getByRole('alert').filter({ hasText: t.unsaved })).toBeVisible()
  expect(await newsroom.db.previewLink.count({ where: { articleId: story.id } })).toBe(0)
})

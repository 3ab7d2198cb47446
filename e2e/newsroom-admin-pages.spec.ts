import AxeBuilder from '@axe-core/playwright'
import type { Page, Request } from '@playwright/test'
import { findFaintText } from '@/e2e/support/contrast'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

type Open = (newsroom: StaffedNewsroom) => Promise<string>

/** Every page of accounts, people, names and settings. */
const pages: Record<string, Open> = {
  account: async () => '/newsroom/account',
  'two steps': async () => '/newsroom/account/two-step',
  people: async () => '/newsroom/users',
  user: async (newsroom) => `/newsroom/users/${(await newsroom.addUser('reporter')).id}`,
  settings: async () => '/newsroom/settings',
  categories: async () => '/newsroom/categories',
  category: async (newsroom) => `/newsroom/categories/${(await newsroom.addCategory()).slug}`,
  contributors: async () => '/newsroom/contributors',
  contributor: async (newsroom) => `/newsroom/contributors/${(await newsroom.addContributor()).id}`,
  topics: async () => '/newsroom/topics',
  sources: async () => '/newsroom/sources',
}

const objections = async (axe: AxeBuilder) =>
  (await axe.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  )

/** Folded parts are opened: what stands in them is read as well. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })

const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'a, button, select, summary, input:not([type=hidden], [type=checkbox])',
      ),
    ]
      .filter((each) => !each.matches('[href="#content"]'))
      .filter((each) => each.getBoundingClientRect().height < 44)
      .map((each) => each.outerHTML.slice(0, 120)),
  )

for (const [name, open] of Object.entries(pages)) {
  test(`${name}: nothing is out of reach on a phone, nor faint in the dark`, async ({
    page,
    newsroom,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await newsroom.signIn(page, 'admin')
    await page.goto(await open(newsroom))
    await unfold(page)

    expect(await objections(new AxeBuilder({ page }))).toEqual([])
    expect(await findFaintText(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await objections(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([])
    expect(await findFaintText(page)).toEqual([])
  })
}

const closed = ['users', 'settings', 'categories', 'contributors', 'topics', 'sources']

test('a user without permission for a page gets a refusal, and no link to it', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'reporter')

  for (const name of closed) {
    expect((await page.goto(`/newsroom/${name}`))?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: words.newsroom.noRightTitle })).toBeVisible()
    await expect(page.getByRole('link', { name: words.newsroom.users, exact: true })).toHaveCount(0)
  }
})

test('an unknown newsroom address gets the page for missing pages', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'admin')
  const wrong = [
    'people/nobody',
    'people/%00',
    'people/..%2f',
    'contributors/0',
    'contributors/99999999999',
    'contributors/১২',
    'topics/-1',
    'sources/1e3',
    'categories/nowhere',
    'categories/%E0%A4%A',
  ]

  for (const path of wrong) {
    const response = await page.request.get(`/newsroom/${path}`)
    expect([400, 404], path).toContain(response.status())
  }
})

/** The request that a form's action is, as a browser sent it, to be sent again by others. */
async function captured(page: Page, callAction: () => Promise<void>): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST' && 'next-action' in each.headers()),
    callAction(),
  ])
  return request
}

test('an action replayed by another user or from another site is refused', async ({
  page,
  newsroom,
  browser,
}) => {
  await newsroom.signIn(page, 'admin')
  const user = await newsroom.addUser('reporter')
  await page.goto(`/newsroom/users/${user.id}`)
  await page.locator('summary').getByText(words.newsroomUsers.block).click()
  const request = await captured(page, () =>
    page.getByRole('button', { name: words.newsroomUsers.block }).click(),
  )
  await expect(page.getByRole('button', { name: words.newsroomUsers.unblock })).toBeVisible()
  await newsroom.db.user.update({ where: { id: user.id }, data: { banned: false } })
  const isBlocked = async () =>
    (await newsroom.db.user.findUniqueOrThrow({ where: { id: user.id } })).banned
  const { cookie: _, ...headers } = await request.allHeaders()
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))
  const data = request.postDataBuffer() ?? Buffer.alloc(0)
  const send = (by: Page, more: Record<string, string> = {}) =>
    by.request.post(request.url(), { headers: { ...own, ...more }, data, failOnStatusCode: false })

  const stranger = await browser.newPage({ baseURL: process.env.BASE_URL })
  const fromStranger = await send(stranger, { 'sec-fetch-site': 'same-origin' })
  const reporter = await browser.newPage({ baseURL: process.env.BASE_URL })
  await newsroom.signIn(reporter, 'reporter')
  const fromReporter = await send(reporter, { 'sec-fetch-site': 'same-origin' })
  const fromElsewhere = await send(page, { 'sec-fetch-site': 'cross-site' })

  expect(await isBlocked()).toBe(false)
  expect(fromElsewhere.status()).toBe(403)
  expect(fromStranger.status()).toBeLessThan(500)
  expect(await fromReporter.text()).toContain('notAllowed')
  await stranger.close()
  await reporter.close()
})

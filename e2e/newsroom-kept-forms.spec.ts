import type { Page } from '@playwright/test'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

test.setTimeout(60_000)
test.use({ viewport: { width: 1280, height: 900 } })

const typed = 'অর্ধেক লেখা কথা'
const storyPage = (id: number) => `/newsroom/stories/${id}`

/** The first field of text of a form that changes something, whatever page it is on. */
const firstField = (page: Page) =>
  page
    .locator('main form:not([action^="/"])')
    .locator(
      'textarea[name], input[name]:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio], [type=number], [type=date], [type=time], [type=color])',
    )
    .first()

/** The page with a form, made ready for the test; where the form has no fields of its own, the field. */
type Place = {
  path: (newsroom: StaffedNewsroom) => Promise<string>
  field?: (page: Page) => ReturnType<Page['getByLabel']>
  /** What shows the field. */
  show?: (page: Page) => Promise<void>
}

const publish = words.newsroomPublish
const published = async (newsroom: StaffedNewsroom) =>
  storyPage((await newsroom.publish({ body: [paragraph('লেখা।')] })).id)

const openDetails = (page: Page) => page.locator('main details summary').first().click()

const places: Record<string, Place> = {
  'the paper’s settings': { path: async () => '/newsroom/settings' },
  'an invitation': { path: async () => '/newsroom/users', show: openDetails },
  'a category': { path: async () => '/newsroom/categories', show: openDetails },
  'a topic': { path: async () => '/newsroom/topics', show: openDetails },
  'a source': { path: async () => '/newsroom/sources', show: openDetails },
  'a contributor': { path: async () => '/newsroom/contributors', show: openDetails },
  'one’s own name': { path: async () => '/newsroom/account' },
  'a picture of the library': {
    path: async (newsroom) => `/newsroom/media/${(await newsroom.addPicture()).id}`,
  },
  'a note to readers of a change': {
    path: published,
    field: (page) => page.getByLabel(publish.changeNote),
  },
  'the reason of a withdrawal': {
    path: published,
    field: (page) => page.getByLabel(publish.withdrawReason),
    show: async (page) => {
      const summary = page.locator('summary').filter({ hasText: publish.withdraw })
      if (!(await page.getByLabel(publish.withdrawReason).isVisible())) await summary.click()
    },
  },
}

for (const [name, { path, field = firstField, show }] of Object.entries(places)) {
  test(`what is typed and not sent is kept: ${name}`, async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'admin')
    const address = await path(newsroom)
    const isKept = () => expect(field(page)).toHaveValue(typed, { timeout: 15_000 })
    await page.goto(address)
    await expect(field(page).or(page.locator('summary')).first()).toBeVisible()
    await show?.(page)
    await field(page).fill(typed)

    await page.getByRole('navigation').getByRole('link', { name: words.newsroom.start }).click()
    await page.waitForURL('**/newsroom')
    await page.goBack()
    await isKept()
    await page.reload()
    await isKept()
    await page.goto('/newsroom')
    await page.goto(address)
    await isKept()
  })
}

test('a note beside the story survives a change of the tab, and is gone once it was sent', async ({
  page,
  newsroom,
}) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(writer, { body: [paragraph('লেখা।')] })
  await page.goto(storyPage(story.id))
  const note = page.getByLabel(publish.submitNote)
  await note.fill(typed)

  await page.getByRole('tab', { name: words.newsroomStory.check, exact: true }).click()
  await page.getByRole('tab', { name: words.newsroomStory.publish, exact: true }).click()
  await expect(note).toHaveValue(typed)
  await page.getByRole('button', { name: publish.submit }).click()

  await expect(page.getByText(publish.states.inReview, { exact: true })).toBeVisible()
  expect(await newsroom.db.reviewNote.findMany({ where: { articleId: story.id } })).toMatchObject([
    { note: typed },
  ])
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(typed)
})

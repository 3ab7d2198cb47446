import type { Browser, BrowserContext, Page } from '@playwright/test'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { StoryPage } from '@/e2e/support/story-page'
import { words } from '@/e2e/support/words'
import type { UserRole } from '@/lib/auth/permissions'
import { toBengaliDigits } from '@/lib/bengali/digits'

const opened: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})

async function signInElsewhere(browser: Browser, newsroom: StaffedNewsroom, role: UserRole) {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL })
  opened.push(context)
  const page = await context.newPage()
  return { page, user: await newsroom.signIn(page, role) }
}

const panel = (page: Page) =>
  page.getByRole('tabpanel', { name: words.newsroomStory.publish, exact: true })

/** Hands the open story in to the desk. */
async function handIn(story: StoryPage) {
  await story.isWritable()
  await story.page.getByRole('tab', { name: words.newsroomStory.publish, exact: true }).click()
  await panel(story.page).getByRole('button', { name: words.newsroomPublish.submit }).click()
  await expect(panel(story.page)).toContainText(words.newsroomPublish.states.inReview)
}

test('a list and the title of every tab renew themselves when a story is handed in', async ({
  browser,
  newsroom,
}) => {
  const reporter = await signInElsewhere(browser, newsroom, 'reporter')
  const desk = await signInElsewhere(browser, newsroom, 'editor')
  const { id, headline } = await newsroom.draftOf(reporter.user, { body: [paragraph('লেখা।')] })
  const before = await newsroom.db.article.count({ where: { status: 'inReview', trashedAt: null } })
  await desk.page.goto('/newsroom/lists/submitted')
  const searchBox = desk.page.getByRole('searchbox').first()
  await searchBox.fill('আধখানা শব্দ')
  const second = await desk.page.context().newPage()
  await second.goto('/newsroom/account')
  const story = new StoryPage(reporter.page, id)
  await story.open()

  await handIn(story)

  await expect(desk.page.getByRole('main')).toContainText(headline)
  await expect(searchBox).toHaveValue('আধখানা শব্দ')
  const counted = new RegExp(`^\\(${toBengaliDigits(before + 1)}\\) `)
  await expect(desk.page).toHaveTitle(counted)
  await expect(second).toHaveTitle(counted)
})

test('a sub-editor asks for a change of a planned story, and an editor elsewhere takes it along', async ({
  browser,
  newsroom,
}) => {
  const t = words.newsroomPublish
  const sub = await signInElsewhere(browser, newsroom, 'subEditor')
  const desk = await signInElsewhere(browser, newsroom, 'editor')
  const planned = await newsroom.schedule({
    publishAt: new Date(Date.now() + 5 * 3_600_000),
    body: [paragraph('লেখা।')],
  })
  await desk.page.goto('/newsroom/account')
  const story = new StoryPage(sub.page, planned.id)
  await story.open()
  await story.isWritable()
  await story.headline.fill('পরে বদলানো শিরোনাম')
  await sub.page.getByRole('tab', { name: words.newsroomStory.publish, exact: true }).click()
  await expect(panel(sub.page).getByRole('button', { name: t.takeChange })).toHaveCount(0)

  await panel(sub.page).getByRole('button', { name: t.requestChange }).click()

  await expect(panel(sub.page)).toContainText(t.changeRequested)
  const alarm = desk.page.getByRole('alert').filter({ hasText: planned.headline })
  await alarm.getByRole('link').click({ timeout: 15_000 })
  await desk.page.getByRole('tab', { name: words.newsroomStory.publish, exact: true }).click()
  await expect(panel(desk.page)).toContainText(t.waitsFor.lockedElsewhere)
  await sub.page.close()
  await panel(desk.page).getByRole('button', { name: t.takeChange }).click({ timeout: 20_000 })
  await expect(alarm).toHaveCount(0, { timeout: 15_000 })
  const saved = await newsroom.db.article.findUniqueOrThrow({ where: { id: planned.id } })
  expect(saved).toMatchObject({ headline: 'পরে বদলানো শিরোনাম', status: 'scheduled' })
})

test('the page that holds the event stream closes, and another tab goes on with it', async ({
  browser,
  newsroom,
}) => {
  const reporter = await signInElsewhere(browser, newsroom, 'reporter')
  const desk = await signInElsewhere(browser, newsroom, 'editor')
  const { id, headline } = await newsroom.draftOf(reporter.user, { body: [paragraph('লেখা।')] })
  await desk.page.goto('/newsroom')
  const second = await desk.page.context().newPage()
  await second.goto('/newsroom')
  await desk.page.close()
  const story = new StoryPage(reporter.page, id)
  await story.open()

  await handIn(story)

  await expect(second.getByRole('main')).toContainText(headline)
})

test('nobody but a user who is signed in hears what happens in the newsroom', async ({
  request,
}) => {
  const response = await request.get('/newsroom/events')

  expect(response.status()).toBe(401)
})

import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { StoryPage, savedText } from '@/e2e/support/story-page'
import { formatMessage, words } from '@/e2e/support/words'

const t = words.newsroomStory

const opened: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})
test.setTimeout(90_000)

/** Somebody at a machine of their own, in the story. */
async function openStory(
  browser: Browser,
  newsroom: StaffedNewsroom,
  id: number,
  viewport = { width: 1280, height: 900 },
) {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL, viewport })
  opened.push(context)
  const story = new StoryPage(await context.newPage(), id)
  const user = await newsroom.signIn(story.page, 'editor')
  await story.open()
  return { story, person: user }
}

const takeOverLock = async (page: Page) => {
  await page.getByRole('button', { name: t.takeOver }).click()
  await page.getByRole('button', { name: t.takeOverYes }).click()
}

/** The writer who has scrolled to the end sees that a text waits; publishing waits with it. */
async function showsThatPublishingWaits(page: Page) {
  await page.getByRole('tab', { name: t.publish, exact: true }).click()
  const panel = page.getByRole('tabpanel', { name: t.publish, exact: true })
  await expect(panel).toContainText(words.newsroomPublish.waitsFor.openConflict)
  await expect(
    panel.getByRole('button', { name: words.newsroomPublish.publish, exact: true }),
  ).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: t.closeTool }).click()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const line = page.getByRole('button', { name: words.newsroomPublish.publishBlock.openConflict })
  await expect(line).toBeInViewport()
  await line.click()
  await expect(page.getByRole('button', { name: t.compare })).toBeFocused()
}

test('two users see each other, one writes, and taking over the lock is seen at once', async ({
  browser,
  newsroom,
}) => {
  const { id } = await newsroom.draft({ body: [paragraph('একটি অনুচ্ছেদ।')] })
  const first = await openStory(browser, newsroom, id)
  await first.story.isWritable()
  const second = await openStory(browser, newsroom, id)

  await expect(first.story.says(t.hereToo)).toContainText(second.person.name)
  await expect(
    second.story.says(formatMessage(t.lockHeldBy, { name: first.person.name })),
  ).toBeVisible()
  await expect(second.story.headline).not.toBeEditable()
  await first.story.headline.fill('প্রথমজনের শিরোনাম')
  await first.story.isSaved()
  await expect(second.story.headline).toHaveValue('প্রথমজনের শিরোনাম')
  await takeOverLock(second.story.page)

  await second.story.isWritable()
  await expect(first.story.headline).not.toBeEditable({ timeout: 2_000 })
  await expect(
    first.story.says(formatMessage(t.lockHeldBy, { name: second.person.name })),
  ).toBeVisible()
  await second.story.headline.fill('দ্বিতীয়জনের শিরোনাম')
  await second.story.isSaved()
  await expect(first.story.headline).toHaveValue('দ্বিতীয়জনের শিরোনাম')
})

test('text typed while another user took over the lock is kept until a user decides', async ({
  browser,
  newsroom,
}) => {
  const { id } = await newsroom.draft({
    headline: 'আগের শিরোনাম',
    body: [paragraph('একটি অনুচ্ছেদ।'), paragraph('নদীর পানি আজ বাড়ছে।')],
  })
  const first = await openStory(browser, newsroom, id)
  await first.story.isWritable()
  await first.story.page.context().setOffline(true)
  await first.story.headline.fill('লাইন ছাড়া লেখা শিরোনাম')
  await expect(first.story.says(t.offline)).toBeVisible()
  const second = await openStory(browser, newsroom, id, { width: 360, height: 740 })
  await takeOverLock(second.story.page)
  await second.story.isWritable()
  await second.story.headline.fill('দ্বিতীয়জনের শিরোনাম')
  await second.story.isSaved()

  await first.story.page.context().setOffline(false)

  const comparison = first.story.page.getByRole('dialog', { name: t.compareTitle })
  await expect(comparison).toContainText('লাইন ছাড়া লেখা')
  await expect(comparison).toContainText('দ্বিতীয়জনের শিরোনাম')
  await expect(comparison.getByRole('button', { name: t.keepChosen })).toHaveCount(0)
  await first.story.page.keyboard.press('Escape')
  await expect(first.story.headline).toHaveValue('দ্বিতীয়জনের শিরোনাম')
  expect(await savedText(newsroom, id)).toMatchObject({ headline: 'দ্বিতীয়জনের শিরোনাম' })

  const { page } = second.story
  await showsThatPublishingWaits(page)
  await page.getByRole('button', { name: t.compare }).click()
  const choosing = page.getByRole('dialog', { name: t.compareTitle })
  await choosing
    .getByRole('radio', { name: formatMessage(t.sideTheirs, { name: first.person.name }) })
    .focus()
  await page.keyboard.press('Space')
  const faults = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(faults.violations).toEqual([])
  await choosing.getByRole('button', { name: t.keepChosen }).press('Enter')

  await expect(choosing).toHaveCount(0)
  await expect(second.story.headline).toHaveValue('লাইন ছাড়া লেখা শিরোনাম')
  await expect(page.getByRole('button', { name: t.compare })).toHaveCount(0)
  expect(await savedText(newsroom, id)).toEqual({
    headline: 'লাইন ছাড়া লেখা শিরোনাম',
    paragraphs: ['একটি অনুচ্ছেদ।', 'নদীর পানি আজ বাড়ছে।'],
  })
})

test('of two tabs of one user the open one keeps the lock, and closing it passes the lock on', async ({
  browser,
  newsroom,
}) => {
  const { id } = await newsroom.draft({ headline: 'আগের শিরোনাম' })
  const { story: first } = await openStory(browser, newsroom, id)
  await first.isWritable()
  const second = new StoryPage(await first.page.context().newPage(), id)
  await second.open()
  await expect(second.says(t.lockOwnTab)).toBeVisible()
  await expect(second.headline).not.toBeEditable()

  await second.page.getByRole('button', { name: t.takeOver }).click()

  await second.isWritable()
  await expect(first.says(t.lockOwnTab)).toBeVisible()
  await second.headline.fill('দ্বিতীয় ট্যাবের শিরোনাম')
  await second.page.close()
  await first.isWritable()
  await expect(first.headline).toHaveValue('দ্বিতীয় ট্যাবের শিরোনাম')
})

test('a waiting tab writes when the other is closed, though the lock was free meanwhile', async ({
  browser,
  newsroom,
}) => {
  const { id } = await newsroom.draft()
  const { story: first } = await openStory(browser, newsroom, id)
  await first.isWritable()
  const second = new StoryPage(await first.page.context().newPage(), id)
  await second.open()
  await expect(second.says(t.lockOwnTab)).toBeVisible()
  // As when a browser lets a hidden tab sleep: it lives, and nobody hears of it.
  await first.page.route('**/presence', (route) => route.abort())
  await newsroom.db.presence.deleteMany({ where: { articleId: id } })
  await expect(second.says(t.lockFree)).toBeVisible()
  await expect(second.headline).not.toBeEditable()

  await first.page.close()

  await second.isWritable()
})

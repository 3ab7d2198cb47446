import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { findFaintText } from '@/e2e/support/contrast'
import { expect, type StaffedNewsroom, type TestUser, test } from '@/e2e/support/newsroom-fixtures'
import { indexStory } from '@/e2e/support/search-index'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { storyListNames } from '@/lib/newsroom/story-lists/story-lists'

// Whole pages of the newsroom are opened, on whatever machine: nothing here waits when nothing is late.
test.describe.configure({ timeout: 120_000 })

const names = words.newsroomListNames
const list = (page: Page) => page.getByRole('main').getByRole('listitem')

/** A draft that is found by its words. */
async function addDraft(newsroom: StaffedNewsroom, owner: TestUser, headline: string) {
  const story = await newsroom.draftOf(owner, { headline })
  await indexStory(newsroom, story)
  return story
}

test('a reporter begins with what waits for them, and opens it by keyboard', async ({
  page,
  newsroom,
}) => {
  const reporter = await newsroom.signIn(page, 'reporter')
  const draft = await newsroom.draftOf(reporter)
  const others = await newsroom.draft()

  await page.goto('/newsroom')

  await expect(page.getByRole('heading', { name: words.newsroomWaiting.drafts })).toBeVisible()
  await expect(page.getByRole('link', { name: others.headline })).toHaveCount(0)
  await page.getByRole('link', { name: draft.headline }).press('Enter')
  await expect(page).toHaveURL(`/newsroom/stories/${draft.id}`)
})

test('a reporter’s lists hold their own stories alone, and the desk is not theirs', async ({
  page,
  newsroom,
}) => {
  const reporter = await newsroom.signIn(page, 'reporter')
  const own = await newsroom.draftOf(reporter)
  const others = await newsroom.draft()

  await page.goto('/newsroom/lists')
  await expect(page).toHaveURL('/newsroom/lists/mine')
  await expect(page.getByRole('link', { name: own.headline })).toBeVisible()
  await expect(page.getByRole('link', { name: others.headline })).toHaveCount(0)
  await expect(page.getByRole('link', { name: names.desk, exact: true })).toHaveCount(0)
  const httpResponse = await page.goto('/newsroom/lists/desk')

  expect(httpResponse?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: words.newsroom.noRightTitle })).toBeVisible()
})

test('an unknown list is not found, and does not redirect to the sign-in page', async ({
  page,
  newsroom,
}) => {
  const nobody = await page.goto('/newsroom/lists/desk')
  expect(nobody?.url()).toContain('/newsroom/sign-in?to=%2Fnewsroom%2Flists%2Fdesk')
  await newsroom.signIn(page, 'editor')

  const httpResponse = await page.goto('/newsroom/lists/everything')

  expect(httpResponse?.status()).toBe(404)
})

test('a list is narrowed by a form; the way back and a reload hold what was asked', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const word = newsroom.name('পরীক্ষার')
  const one = await addDraft(newsroom, editor, `${word} নির্বাচনের ফল`)
  const other = await addDraft(newsroom, editor, `${word} বাজেট`)
  await page.goto('/newsroom/lists/desk')

  const field = page.getByLabel(words.newsroomLists.words)
  await field.fill(`${word} নির্বাচন`)
  await field.press('Enter')
  await expect(page).toHaveURL(/words=/)
  await expect(page.getByRole('link', { name: one.headline })).toBeVisible()
  await expect(page.getByRole('link', { name: other.headline })).toHaveCount(0)
  await page.reload()
  await expect(field).toHaveValue(`${word} নির্বাচন`)
  await page.getByRole('link', { name: one.headline }).click()
  await expect(page).toHaveURL(`/newsroom/stories/${one.id}`)
  await page.goBack()

  await expect(field).toHaveValue(`${word} নির্বাচন`)
  await expect(page.getByRole('link', { name: one.headline })).toBeVisible()
})

test('a writer is found by name, chosen when several are meant, and missed with a word', async ({
  page,
  newsroom,
}) => {
  const [one, two] = [await newsroom.addContributor(), await newsroom.addContributor()]
  const story = await newsroom.publish({ bylines: [one] })
  await newsroom.publish({ bylines: [two] })
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/lists/published')

  await page.getByText(words.newsroomLists.more).click()
  await page.getByLabel(words.newsroomLists.author).fill(one.name)
  await page.getByRole('button', { name: words.newsroomLists.show }).click()
  await expect(list(page).getByRole('heading')).toHaveText([story.headline])
  await page.getByLabel(words.newsroomLists.author).fill('কেউ-নয়-এমন')
  await page.getByRole('button', { name: words.newsroomLists.show }).click()

  await expect(page.locator('#list-faults')).toHaveText(words.newsroomListFaults.author)
  await expect(page.getByLabel(words.newsroomLists.author)).toHaveValue('কেউ-নয়-এমন')
})

test('a list leads to its older stories and back, with the browser’s way back too', async ({
  page,
  newsroom,
}) => {
  const category = await newsroom.addCategory()
  const stories = await newsroom.publishMany(65, category)
  await newsroom.signIn(page, 'editor')
  const shown = () => list(page).getByRole('heading').allTextContents()
  const newest = stories.map((story) => story.headline).toReversed()
  await page.goto(`/newsroom/lists/published?category=${category.slug}`)

  expect(await shown()).toEqual(newest.slice(0, 30))
  await page.getByRole('link', { name: words.newsroomLists.older }).click()
  await expect(list(page).getByRole('heading').first()).toHaveText(newest[30] ?? '')
  expect(await shown()).toEqual(newest.slice(30, 60))
  await page.getByRole('link', { name: words.newsroomLists.older }).click()
  await expect(list(page).getByRole('heading').first()).toHaveText(newest[60] ?? '')
  await expect(page.getByRole('link', { name: words.newsroomLists.older })).toHaveCount(0)
  await page.goBack()
  await expect(list(page).getByRole('heading').first()).toHaveText(newest[30] ?? '')
  await page.getByRole('link', { name: words.newsroomLists.newer }).click()

  await expect(list(page).getByRole('heading').first()).toHaveText(newest[0] ?? '')
  expect(await shown()).toEqual(newest.slice(0, 30))
})

test('a withdrawn story is given back from its list, once', async ({ page, newsroom }) => {
  const story = await newsroom.publish()
  await newsroom.withdraw(story)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/lists/withdrawn')
  const row = list(page).filter({ hasText: story.headline })

  await row.getByRole('button', { name: words.newsroomLists.restore }).click()

  await expect(
    page.getByText(formatMessage(words.newsroomLists.done, { number: toBengaliDigits(story.id) })),
  ).toBeVisible()
  await expect(row).toHaveCount(0)
  await expect.poll(async () => (await page.request.get(story.path)).status()).toBe(200)
})

test('a reporter takes their own story out of the trash', async ({ page, newsroom, database }) => {
  const reporter = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(reporter)
  await database.article.update({ where: { id: story.id }, data: { trashedAt: new Date() } })
  await page.goto('/newsroom/lists/trash')
  const row = list(page).filter({ hasText: story.headline })

  await row.getByRole('button', { name: words.newsroomLists.restore }).click()

  await expect(
    page.getByText(formatMessage(words.newsroomLists.done, { number: toBengaliDigits(story.id) })),
  ).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.goto('/newsroom/lists/mine')
  await expect(row).toBeVisible()
})

test('a change by another user is shown in the row, and the action is not done', async ({
  page,
  newsroom,
  database,
}) => {
  const story = await newsroom.publish()
  await newsroom.withdraw(story)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/lists/withdrawn')
  await database.article.update({ where: { id: story.id }, data: { version: { increment: 1 } } })
  const row = list(page).filter({ hasText: story.headline })

  await row.getByRole('button', { name: words.newsroomLists.restore }).click()

  await expect(row.getByRole('alert')).toHaveText(words.refusals.outdated)
  expect((await page.request.get(story.path)).status()).toBe(410)
})

test('a planned story shows the time left, and one past its hour that it is late', async ({
  page,
  newsroom,
}) => {
  const inTwoHours = new Date(Date.now() + 2 * 3_600_000 + 30_000)
  const story = await newsroom.schedule({ publishAt: inTwoHours })
  await newsroom.signIn(page, 'editor')

  await page.goto('/newsroom/lists/scheduled')

  const row = list(page).filter({ hasText: story.headline })
  await expect(row).toContainText(formatMessage(words.newsroomLists.inTime, { span: '২ ঘণ্টা' }))
})

test('lists do without the editor’s script', async ({ page, newsroom }) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor)
  const weigh = async (path: string, ready: Locator) => {
    const scripts: { url: string; bytes: number; text: string }[] = []
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return
      const body = await response.body()
      scripts.push({ url: response.url(), bytes: body.length, text: body.toString() })
    })
    await page.goto(path)
    await expect(ready).toBeVisible()
    page.removeAllListeners('response')
    return scripts
  }

  const ofLists = await weigh(
    '/newsroom/lists/desk',
    page.getByRole('main').getByRole('list').first(),
  )
  const ofStory = await weigh(
    `/newsroom/stories/${story.id}`,
    page.getByRole('textbox', { name: words.newsroomEditor.body }),
  )

  const isEditor = ({ text }: { text: string }) => /ProseMirror/i.test(text)
  const bytes = ofLists.reduce((sum, script) => sum + script.bytes, 0)
  expect(ofStory.filter(isEditor).length).toBeGreaterThan(0)
  expect(ofLists.filter(isEditor)).toEqual([])
  expect(ofLists.length).toBeGreaterThan(0)
  // Uncompressed; React and Next are three quarters of it.
  expect(bytes).toBeLessThan(900_000)
})

test('a list opens in under a second', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/lists/published')

  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await page.goto('/newsroom/lists/published', { waitUntil: 'load' })
    times.push(
      await page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation')
        return (entry as PerformanceNavigationTiming).loadEventEnd
      }),
    )
  }

  expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(1_000)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440])
    test(`axe objects to no list at ${width} px in ${colorScheme}, every word stands out, nothing scrolls sideways`, async ({
      page,
      newsroom,
    }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const editor = await newsroom.signIn(page, 'editor')
      await newsroom.draftOf(editor)
      await newsroom.schedule({ publishAt: new Date(Date.now() + 3_600_000) })

      const found: unknown[] = []
      for (const path of [
        '/newsroom',
        ...storyListNames.map((name) => `/newsroom/lists/${name}`),
      ]) {
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        found.push(...violations.map(({ id }) => [path, id]), ...(await findFaintText(page)))
        if (overflow > 0) found.push([path, overflow])
      }

      expect(found).toEqual([])
    })

import type { Page } from '@playwright/test'
import { sendRequest } from '@/e2e/support/http-client'
import { paragraph, secondsFromNow } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'
import { formatClock, formatLongDate } from '@/lib/bengali/calendar/dates'
import { wallFields } from '@/lib/bengali/calendar/wall-time'

const t = words.newsroomPublish
const body = [paragraph('বাজেটের বক্তৃতা সংসদে পড়ার আগে ছাপা যাবে না।')]
const tool = (page: Page) =>
  page.getByRole('tabpanel', { name: words.newsroomStory.publish, exact: true })
const act = (page: Page, name: string) => tool(page).getByRole('button', { name, exact: true })
const formOf = (page: Page, name: string) =>
  tool(page)
    .locator('form')
    .filter({ has: page.getByRole('button', { name, exact: true }) })
const statusOf = async (path: string) => (await sendRequest(path)).status
/** As the paper's clock has it, to the minute. */
const inFull = (instant: Date) => `${formatLongDate(instant)}, ${formatClock(instant)}`
const toMinute = (instant: Date) => new Date(Math.floor(instant.getTime() / 60_000) * 60_000)

test.setTimeout(90_000)
// The editor travels: what is chosen and said is Dhaka's time all the same.
test.use({ viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York' })

async function setTime(page: Page, opened: string, name: string, at: Date): Promise<void> {
  await tool(page).locator('summary').filter({ hasText: opened }).click()
  const fields = formOf(page, name)
  await fields.getByLabel(t.date, { exact: true }).fill(wallFields(at).date)
  await fields.getByLabel(t.time, { exact: true }).fill(wallFields(at).time)
  await expect(fields.getByText(inFull(at))).toBeVisible()
  await act(page, name).click()
}

test('an embargo is set by Dhaka’s clock, apart from the plan, and lifted apart from it', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor, { body })
  const embargo = toMinute(secondsFromNow(5 * 3_600))
  const plan = toMinute(secondsFromNow(2 * 3_600))
  const storedTimes = () =>
    newsroom.db.article.findUniqueOrThrow({
      where: { id: story.id },
      select: { status: true, publishAt: true, embargoUntil: true },
    })
  await page.goto(`/newsroom/stories/${story.id}`)

  await setTime(page, t.embargo, t.setEmbargo, embargo)
  await expect(tool(page).getByText(`${t.embargoUntil} ${inFull(embargo)}`)).toBeVisible()
  // Nobody publishes past it: the button says until when, and does nothing.
  await expect(tool(page).getByText(t.held)).toBeVisible()
  await expect(act(page, t.publish)).toHaveAttribute('aria-disabled', 'true')
  await act(page, t.publish).click({ force: true })
  expect(await storedTimes()).toEqual({ status: 'draft', publishAt: null, embargoUntil: embargo })

  await setTime(page, t.plan, t.setPlan, plan)
  await expect(tool(page).getByText(t.states.scheduled, { exact: true })).toBeVisible()
  await expect(tool(page).getByText(`${t.embargoUntil} ${inFull(embargo)}`)).toBeVisible()
  expect(await storedTimes()).toEqual({
    status: 'scheduled',
    publishAt: plan,
    embargoUntil: embargo,
  })
  expect(await statusOf(story.path)).toBe(404)

  await page.reload()
  await tool(page).locator('summary').filter({ hasText: t.embargo }).click()
  await act(page, t.liftEmbargo).click()
  await expect(tool(page).getByText(t.embargoUntil)).toHaveCount(0)
  expect(await storedTimes()).toEqual({ status: 'scheduled', publishAt: plan, embargoUntil: null })
})

const orders = [
  { name: 'the plan first', publishIn: 4, embargoFor: 16 },
  { name: 'the embargo first', publishIn: 16, embargoFor: 4 },
]
for (const { name, publishIn, embargoFor } of orders) {
  test(`readers have the story when plan and embargo have both passed: ${name}`, async ({
    page,
    newsroom,
  }) => {
    await newsroom.signIn(page, 'editor')
    const [publishAt, embargoUntil] = [secondsFromNow(publishIn), secondsFromNow(embargoFor)]
    const story = await newsroom.schedule({ body, publishAt, embargoUntil })
    const first = Math.min(publishAt.getTime(), embargoUntil.getTime())
    const last = Math.max(publishAt.getTime(), embargoUntil.getTime())
    await page.goto(`/newsroom/stories/${story.id}`)
    await expect(tool(page).getByText(t.states.scheduled, { exact: true })).toBeVisible()

    await expect.poll(() => Date.now(), { timeout: 30_000 }).toBeGreaterThan(first + 1_000)
    const between = await statusOf(story.path)
    expect(Date.now()).toBeLessThan(last)
    expect(between).toBe(404)

    await expect.poll(() => statusOf(story.path), { timeout: 40_000 }).toBe(200)
    expect(Date.now()).toBeGreaterThanOrEqual(last)
    await expect(tool(page).getByText(t.states.published, { exact: true })).toBeVisible({
      timeout: 30_000,
    })
    await expect(tool(page).getByText(t.embargoUntil)).toHaveCount(0)
  })
}

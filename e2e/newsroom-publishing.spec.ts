import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { sendRequest } from '@/e2e/support/http-client'
import { paragraph, secondsFromNow } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'
import { wallFields } from '@/lib/bengali/calendar/wall-time'

const t = words.newsroomPublish
const storyPage = ({ id }: { id: number }) => `/newsroom/stories/${id}`
const tool = (page: Page) =>
  page.getByRole('tabpanel', { name: words.newsroomStory.publish, exact: true })
const act = (page: Page, name: string) => tool(page).getByRole('button', { name, exact: true })
const open = (page: Page, name: string) =>
  tool(page).locator('summary').filter({ hasText: name }).click()
const state = (page: Page, name: string) => tool(page).getByText(name, { exact: true })
const checkRegion = (page: Page) => page.getByRole('region', { name: t.check.title })
const headline = (page: Page) => page.getByLabel(words.newsroomEditor.headline, { exact: true })
const body = [paragraph('উজানের ঢলে নদীর পানি বিপৎসীমার ওপরে উঠেছে।')]
/** As a reader gets it, whatever the server keeps. */
const statusOf = async (path: string) => (await sendRequest(path)).status
const checkTimeout = { timeout: 25_000 }

// Under the load of a whole test run a publication check takes seconds.
test.setTimeout(60_000)
test.use({ viewport: { width: 1280, height: 900 } })

test('from a reporter’s draft over a note of the desk to the reader, with the publication check', async ({
  page,
  browser,
  newsroom,
}) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(writer, { body })
  const editorPage = await (await browser.newContext()).newPage()
  await editorPage.setViewportSize({ width: 1280, height: 900 })
  await newsroom.signIn(editorPage, 'editor')

  await page.goto(storyPage(story))
  await tool(page).getByLabel(t.submitNote).fill('ছবি আসছে')
  await act(page, t.submit).dblclick()
  await expect(state(page, t.states.inReview)).toBeVisible()

  await editorPage.goto(storyPage(story))
  await expect(tool(editorPage).getByText('ছবি আসছে')).toBeVisible()
  await open(editorPage, t.sendBack)
  await tool(editorPage).getByLabel(t.sendBackNote).fill('সূত্রের নাম লিখুন')
  await act(editorPage, t.sendBackNow).click()

  await expect(tool(page).getByText('সূত্রের নাম লিখুন')).toBeVisible()
  await expect(headline(page)).toBeEditable()
  await page.goto('/newsroom')
  await expect(page.getByRole('main')).toContainText('সূত্রের নাম লিখুন')
  await page.goto(storyPage(story))
  await expect(page.getByRole('status').filter({ hasText: 'সূত্রের নাম লিখুন' })).toBeVisible()
  await expect(headline(page)).toBeEditable()
  await headline(page).fill('নদীর পানি বাড়ছেই')
  await act(page, t.submit).click()
  await expect(state(page, t.states.inReview)).toBeVisible()

  await expect(headline(editorPage)).toHaveValue('নদীর পানি বাড়ছেই')
  await act(editorPage, t.publish).dblclick()
  await expect(state(editorPage, t.states.published)).toBeVisible()
  await expect(checkRegion(editorPage).getByText(t.check.allShown)).toBeVisible(checkTimeout)
  await expect(checkRegion(editorPage).getByText(t.shown.text)).toBeVisible()
  await expect(checkRegion(editorPage).getByText(t.shown.picture)).toBeVisible()

  const reader = await sendRequest(story.path)
  expect([reader.status, reader.text.includes('নদীর পানি বাড়ছেই')]).toEqual([200, true])
  const auditActions = await newsroom.db.auditEntry.findMany({
    where: { articleId: story.id },
    orderBy: { id: 'asc' },
  })
  expect(
    auditActions.map((entry) => entry.command).filter((name) => name !== 'takeOverLock'),
  ).toEqual(['submitStory', 'sendBack', 'submitStory', 'publishStory'])
  await editorPage.context().close()
})

test('a change is published with a note or without one', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  await page.goto(storyPage(story))
  await expect(headline(page)).toBeEditable()

  await headline(page).fill('সংশোধিত শিরোনাম')
  await tool(page).getByLabel(t.ways.correction).check()
  await tool(page).getByLabel(t.changeNote).fill('শিরোনামের সংখ্যা ভুল ছিল')
  await act(page, t.send.correction).click()
  await expect(checkRegion(page).getByText(t.check.allShown)).toBeVisible(checkTimeout)
  const corrected = await sendRequest(story.path)
  await headline(page).fill('সংশোধিত শিরোনাম, বানানসহ')
  await tool(page).getByLabel(t.ways.silentEdit).check()
  await act(page, t.send.silentEdit).click()

  await expect
    .poll(async () => (await sendRequest(story.path)).text)
    .toContain('সংশোধিত শিরোনাম, বানানসহ')
  expect(corrected.text).toContain('শিরোনামের সংখ্যা ভুল ছিল')
  expect(await newsroom.db.correction.count({ where: { articleId: story.id } })).toBe(1)
})

test('a story moves with its readers, is withdrawn and comes back', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  const other = await newsroom.addCategory()
  const moved = `/${other.slug}/${story.id}`
  // As every story that was begun in the newsroom has one.
  const snapshot = { categoryId: story.category.id }
  await newsroom.db.revision.create({ data: { articleId: story.id, number: 1, snapshot } })
  await page.goto(storyPage(story))

  await open(page, t.move)
  await tool(page).getByLabel(t.newCategory).selectOption(other.slug)
  await expect(tool(page).getByText(moved)).toBeVisible()
  await act(page, t.moveNow).click()
  await expect(checkRegion(page).getByText(t.shown.moved)).toBeVisible(checkTimeout)
  expect((await sendRequest(story.path)).headers.location).toBe(moved)

  await open(page, t.withdraw)
  await act(page, t.withdrawNow).click()
  await expect(tool(page).getByLabel(t.withdrawReason)).toBeFocused()
  await tool(page).getByLabel(t.withdrawReason).fill('তথ্য ভুল ছিল')
  await act(page, t.withdrawNow).click()
  await expect(state(page, t.states.withdrawn)).toBeVisible()
  await expect(tool(page).getByText('তথ্য ভুল ছিল')).toBeVisible()
  await expect(checkRegion(page).getByText(t.shown.gone)).toBeVisible(checkTimeout)
  await expect(checkRegion(page).getByText(t.shown.pictureGone)).toBeVisible()
  expect(await statusOf(moved)).toBe(410)

  await act(page, t.restore).click()
  await expect(state(page, t.states.published)).toBeVisible()
  await expect.poll(() => statusOf(moved)).toBe(200)
})

test('a time is read back in words, one that has passed is explained, and a plan is kept and taken back', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor, { body })
  const past = wallFields(secondsFromNow(-3_600))
  const ahead = wallFields(secondsFromNow(3 * 3_600 + 90))
  await page.goto(storyPage(story))

  await open(page, t.plan)
  const fields = tool(page)
    .locator('form')
    .filter({ has: page.getByRole('button', { name: t.setPlan }) })
  await fields.getByLabel(t.date, { exact: true }).fill(past.date)
  await fields.getByLabel(t.time, { exact: true }).fill(past.time)
  await expect(fields.getByText(t.when.past)).toBeVisible()
  await fields.getByRole('button', { name: t.presets.tomorrowMorning }).click()
  await expect(fields.getByLabel(t.time, { exact: true })).toHaveValue('০৬:০০ এএম')
  await fields.getByLabel(t.date, { exact: true }).fill(ahead.date)
  await fields.getByLabel(t.time, { exact: true }).fill(ahead.time)
  // Fields know no seconds: a minute more may be left.
  await expect(fields.getByText(/৩ ঘণ্টা (?:১ মিনিট )?পরে/)).toBeVisible()
  await act(page, t.setPlan).click()

  await expect(state(page, t.states.scheduled)).toBeVisible()
  expect(await statusOf(story.path)).toBe(404)
  await page.reload()
  await open(page, t.replan)
  await act(page, t.unschedule).click()
  await expect(state(page, t.states.draft)).toBeVisible()
})

test('a planned story is public at its second, finalised once, and its page shows that without a reload', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.schedule({ body, publishAt: secondsFromNow(12) })
  await page.goto(storyPage(story))
  await expect(state(page, t.states.scheduled)).toBeVisible()

  await expect(state(page, t.states.published)).toBeVisible(checkTimeout)

  await expect(checkRegion(page).getByText(t.check.allShown)).toBeVisible(checkTimeout)
  expect(await statusOf(story.path)).toBe(200)
  expect(
    await newsroom.db.auditEntry.count({
      where: { articleId: story.id, command: 'finalizeScheduled' },
    }),
  ).toBe(1)
})

test('a change after the time is set is told everywhere, and one button takes it along', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor, { body })
  await newsroom.db.article.update({
    where: { id: story.id },
    data: { status: 'scheduled', publishAt: secondsFromNow(9 * 60) },
  })
  await page.goto(storyPage(story))
  await expect(headline(page)).toBeEditable()
  await headline(page).fill('সময় ধরার পরে লেখা')

  await expect(tool(page).getByText(t.changedAfterPlanAbout)).toBeVisible()
  await expect(page.locator('[data-status]').getByText(t.changedAfterPlan)).toBeVisible()
  await page.goto('/newsroom/lists/scheduled')
  await expect(page.getByRole('listitem').filter({ hasText: story.headline })).toContainText(
    t.changedAfterPlan,
  )
  const alarm = page.getByRole('alert').filter({ hasText: story.headline })
  await alarm.getByRole('link', { name: words.newsroomClock.plannedChangeOpen }).click()
  await page.waitForURL(`**${storyPage(story)}`)
  await expect(headline(page)).toBeEditable()
  await act(page, t.takeChange).click()

  await expect(tool(page).getByText(t.changedAfterPlanAbout)).toHaveCount(0)
  await expect(alarm).toHaveCount(0, { timeout: 10_000 })
  expect(await newsroom.db.article.findUnique({ where: { id: story.id } })).toMatchObject({
    headline: 'সময় ধরার পরে লেখা',
    status: 'scheduled',
  })
})

test('a line of the paper’s list that stops a story stops its button and its request', async ({
  page,
  newsroom,
}) => {
  const { settings } = await newsroom.db.paper.findFirstOrThrow()
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor, { body })
  await newsroom.db.paper.updateMany({ data: { settings: { checklist: { noTopic: 'block' } } } })

  await page.goto(storyPage(story))
  await expect(tool(page).getByText(words.newsroomChecks.noTopic)).toBeVisible()
  await expect(act(page, t.publish)).toHaveAttribute('aria-disabled', 'true')
  const httpResponse = await page.evaluate(async (id) => {
    const response = await fetch(`/newsroom/publishing/${id}`, {
      method: 'POST',
      body: JSON.stringify({ decision: 'publish', expectedVersion: null, copyVersion: null }),
    })
    return [response.status, ((await response.json()) as { reason: string }).reason]
  }, story.id)
  await newsroom.db.paper.updateMany({ data: { settings: settings ?? {} } })

  expect(httpResponse).toEqual([409, 'notReady'])
  expect(await statusOf(story.path)).toBe(404)
})

for (const place of ['lead', 'body'] as const) {
  test(`“see” opens the description that a picture lacks and puts the caret into it: ${place}`, async ({
    page,
    newsroom,
  }) => {
    const editor = await newsroom.signIn(page, 'editor')
    const { id } = await newsroom.addPicture()
    const picture = await newsroom.db.image.update({ where: { id }, data: { alt: '' } })
    const story = await newsroom.draftOf(editor, {
      body: place === 'body' ? [...body, { kind: 'image', imageId: id }] : body,
      ...(place === 'lead' && { leadImage: picture }),
    })
    await page.goto(storyPage(story))
    await expect(headline(page)).toBeEditable()
    const what = formatMessage(words.newsroomChecks.missingAlt, { count: '১' })

    await act(page, formatMessage(words.newsroomChecks.goTo, { what })).click()

    await expect(page.getByLabel(words.newsroomPicture.alt)).toBeFocused()
  })
}

test('without a headline the button to publish is closed and says why', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.draftOf(editor, { body, headline: '' })
  await page.goto(storyPage(story))
  await expect(headline(page)).toBeEditable()
  await expect(act(page, t.publish)).toHaveAttribute('aria-disabled', 'true')
  await expect(tool(page).getByText(t.noHeadline).first()).toBeVisible()

  await headline(page).fill('এখন আছে')

  await expect(tool(page).getByText(t.noHeadline)).toHaveCount(0)
  await expect(act(page, t.publish)).not.toHaveAttribute('aria-disabled', 'true')
})

test.describe('what is sent by others than the panel', () => {
  const asks: [what: string, path: string, sent: unknown, status: number][] = [
    ['no decision', '/newsroom/publishing/ID', {}, 400],
    ['a decision there is not', '/newsroom/publishing/ID', { decision: 'constructor' }, 400],
    ['no object', '/newsroom/publishing/ID', [1], 400],
    ['no version', '/newsroom/publishing/ID', { decision: 'submit' }, 400],
    [
      'a right they have not',
      '/newsroom/publishing/ID',
      { decision: 'withdraw', expectedVersion: 1, reason: 'ক' },
      403,
    ],
    ['no number', '/newsroom/publishing/x', { decision: 'publish' }, 404],
    [
      'a story there is not',
      '/newsroom/publishing/2147483647',
      { decision: 'submit', expectedVersion: 1, copyVersion: 0 },
      404,
    ],
    ['too much', '/newsroom/publishing/ID', { decision: 'submit', note: 'ক'.repeat(70_000) }, 413],
  ]

  test('gets the matching error status, and changes nothing', async ({ page, newsroom }) => {
    const writer = await newsroom.signIn(page, 'reporter')
    const story = await newsroom.draftOf(writer, { body })

    const statuses = await page.evaluate(
      async (given) =>
        await Promise.all(
          given.map(async ([path, sent]) => {
            const init = { method: 'POST', body: JSON.stringify(sent) }
            return (await fetch(String(path), init)).status
          }),
        ),
      asks.map(([, path, sent]) => [path.replace('ID', String(story.id)), sent] as const),
    )
    const stranger = await fetch(new URL(`/newsroom/publishing/${story.id}`, page.url()), {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
      body: '{}',
    })

    expect(statuses).toEqual(asks.map(([, , , status]) => status))
    expect(stranger.status).toBe(403)
    expect(await newsroom.db.article.findUnique({ where: { id: story.id } })).toMatchObject({
      status: 'draft',
      version: 1,
    })
  })
})

test('every screen shows the delay of the scheduler, until it has caught up', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'reporter')
  const alarm = page.getByRole('alert').filter({ hasText: words.newsroomClock.meaning })
  await page.goto('/newsroom')
  await expect(alarm).toHaveCount(0)
  const story = await newsroom.draft({ body })
  // What the settling must write, it cannot: as with a fault of the database.
  await newsroom.db.$executeRawUnsafe(
    `ALTER TABLE "OutboxEvent" ADD CONSTRAINT "test_refuses" CHECK ("articleId" <> ${story.id}) NOT VALID`,
  )
  await newsroom.db.article.update({
    where: { id: story.id },
    data: { status: 'scheduled', publishAt: secondsFromNow(-10) },
  })

  await expect(alarm)
    .toBeVisible({ timeout: 20_000 })
    .finally(
      () => newsroom.db.$executeRaw`ALTER TABLE "OutboxEvent" DROP CONSTRAINT "test_refuses"`,
    )

  await expect(alarm).toHaveCount(0, { timeout: 20_000 })
  expect(
    await newsroom.db.auditEntry.count({
      where: { articleId: story.id, command: 'finalizeScheduled' },
    }),
  ).toBe(1)
})

test('a failed job is listed with its reason, and runs again when an editor retries it', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  await newsroom.db.$executeRaw`
    INSERT INTO "jobs"."job" ("name", "data", "state", "output", "completed_on", "retry_limit")
    VALUES ('publicationCheck', jsonb_build_object('articleId', ${story.id}::int, 'command', 'publishStory'), 'failed',
            '{"message": "not shown at /"}', now(), 6)`
  await page.goto('/newsroom/jobs')
  const job = page.getByRole('listitem').filter({ hasText: story.headline })
  await expect(job).toContainText('not shown at /')

  await job.getByRole('button', { name: words.newsroomJobs.retry }).click()

  await expect(job.getByRole('button', { name: words.newsroomJobs.retry })).toHaveCount(0)
  await expect
    .poll(
      () => newsroom.db.publicationCheckRun.count({ where: { articleId: story.id } }),
      checkTimeout,
    )
    .toBe(1)
})

test('a receiver that refuses notifications is listed with how much waits for it', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  // This server has no key with search engines: its worker leaves their queue alone.
  await newsroom.db
    .$executeRaw`SELECT "jobs"."create_queue"('indexNow', '{"policy": "exclusive"}'::jsonb)`
  await newsroom.db.$executeRaw`
    INSERT INTO "jobs"."job" ("name", "state", "output", "completed_on")
    VALUES ('indexNow', 'failed', '{"message": "IndexNow answers 403"}', now())`
  await newsroom.db.pendingNotification.create({
    data: { channel: 'indexNow', articleId: story.id, command: 'publishStory', isDispatched: true },
  })

  await page.goto('/newsroom/jobs')
  const job = page.getByRole('listitem').filter({ hasText: words.newsroomJobs.names.indexNow })

  await expect(job).toContainText(words.newsroomJobs.states.failed)
  await expect(job).toContainText(formatMessage(words.newsroomJobs.waiting, { count: '১' }))
  await expect(job).toContainText('IndexNow answers 403')
  await expect(job.getByRole('button', { name: words.newsroomJobs.retry })).toBeVisible()

  await newsroom.db.$executeRaw`DELETE FROM "jobs"."job" WHERE "name" = 'indexNow'`
  await newsroom.db.pendingNotification.deleteMany({ where: { articleId: story.id } })
})

for (const [scheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`the panel can be used by everybody: ${scheme}, ${width} px`, async ({ page, newsroom }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await newsroom.signIn(page, 'editor')
    const story = await newsroom.publish({ body })
    await page.setViewportSize({ width, height: 800 })
    await page.goto(storyPage(story))
    await page.getByRole('tab', { name: words.newsroomStory.publish, exact: true }).click()
    await expect(state(page, t.states.published)).toBeVisible()
    await open(page, t.withdraw)

    const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )

    expect(violations).toEqual([])
    expect(overflow).toBe(0)
  })
}

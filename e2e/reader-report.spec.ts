import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { maxReaderFormBytes } from '@/lib/http/form-body'
import { trapField } from '@/lib/reader-forms/form-fields'

// A form has a minimum time, and the newsroom's pages are opened on whatever machine.
test.describe.configure({ timeout: 120_000 })

// lib/reader-forms/form-token.ts, which a test of the browser cannot import.
const minFillMs = 3_000
const { report, readerForms, newsroomReports } = words
const refusal = (page: Page) => page.getByRole('alert')
const field = (page: Page, name: 'fault' | 'passage' | 'contact') =>
  page.getByLabel(report[name], { exact: true })
const sendButton = (page: Page) => page.getByRole('button', { name: report.send })

/** Waits until the form that is shown may be sent. */
const waitToFill = (page: Page) => page.waitForTimeout(minFillMs + 200)

/** A form sent by hand, as a program does. */
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${baseUrl}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader reports a fault from the foot of a story and comes back to it', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.publish()
    await page.goto(story.path)

    await page.getByRole('link', { name: report.link }).click()
    await expect(page).toHaveURL(`/report/${story.id}`)
    await expect(page.getByRole('link', { name: story.headline })).toBeVisible()
    await field(page, 'fault').fill('সাল ২০২৫ নয়, ২০২৬।')
    await field(page, 'contact').fill('রহিম')
    await waitToFill(page)
    await sendButton(page).click()

    await expect(page).toHaveURL(`/report/${story.id}/sent`)
    await expect(page.getByRole('heading', { name: report.sentTitle })).toBeVisible()
    await page.getByRole('link', { name: report.toStory }).click()
    await expect(page).toHaveURL(story.path)
    expect(
      await newsroom.db.readerReport.findMany({ where: { articleId: story.id } }),
    ).toMatchObject([
      { fault: 'সাল ২০২৫ নয়, ২০২৬।', passage: null, contact: 'রহিম', handledAt: null },
    ])
  })

  test('a form that was sent too quickly keeps what was typed, and can be sent again', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.publish()
    await page.goto(`/report/${story.id}`)
    await field(page, 'fault').fill('নাম ভুল')
    await field(page, 'passage').fill('এই বাক্যে')

    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      sendButton(page).click(),
    ])

    expect(response.status()).toBe(422)
    await expect(refusal(page)).toHaveText(readerForms.refusals.tooQuick)
    await expect(field(page, 'fault')).toHaveValue('নাম ভুল')
    await expect(field(page, 'passage')).toHaveValue('এই বাক্যে')
    await waitToFill(page)
    await sendButton(page).click()
    await expect(page).toHaveURL(`/report/${story.id}/sent`)
  })

  test('a field at fault says so and has the focus', async ({ page, newsroom }) => {
    const story = await newsroom.publish()
    await page.goto(`/report/${story.id}`)
    await waitToFill(page)
    // What a browser's own check lets through.
    await field(page, 'fault').fill(' ')

    await sendButton(page).click()

    await expect(refusal(page)).toHaveText(readerForms.refusals.invalid)
    await expect(field(page, 'fault')).toBeFocused()
    await expect(field(page, 'fault')).toHaveAttribute('aria-invalid', 'true')
    await expect(field(page, 'fault')).toHaveAccessibleDescription(
      new RegExp(formatMessage(report.faultWrong, { max: toBengaliDigits(2_000) })),
    )
  })

  test('the hidden field is out of sight and out of the keyboard’s way', async ({
    page,
    newsroom,
  }) => {
    const story = await newsroom.publish()
    await page.goto(`/report/${story.id}`)

    const trap = page.locator(`[name=${trapField}]`)

    await expect(trap).not.toBeInViewport()
    await expect(trap).toHaveAttribute('tabindex', '-1')
    await expect(trap).toHaveAttribute('autocomplete', 'off')
  })
})

test('the newsroom sees the report on the start page, in lists and at the story, and handles it', async ({
  page,
  newsroom,
}) => {
  const editor = await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish()
  const endless = 'ক'.repeat(300)
  await newsroom.db.readerReport.create({
    data: {
      articleId: story.id,
      formKey: newsroom.name('form'),
      fault: `সাল ভুল ${endless}`,
      contact: 'রহিম',
      // Before all others, so that it stands on the start page.
      createdAt: new Date(0),
    },
  })
  const flag = formatMessage(newsroomReports.count, { count: toBengaliDigits(1) })
  await page.goto('/newsroom')
  const row = page.getByRole('listitem').filter({ hasText: story.headline })
  await expect(row.getByRole('link', { name: flag })).toBeVisible()
  await page.goto(`/newsroom/stories/${story.id}`)

  await page
    .getByRole('link', {
      name: formatMessage(newsroomReports.waiting, { count: toBengaliDigits(1) }),
    })
    .click()
  await expect(page.getByText('রহিম')).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await page.getByRole('button', { name: newsroomReports.handle }).click()

  await expect(page.getByText(newsroomReports.noneOpen)).toBeVisible()
  await expect(
    page.getByText(formatMessage(newsroomReports.handledBy, { name: editor.name })),
  ).toBeVisible()
  await expect(page.getByText('রহিম')).toHaveCount(0)
  await page.goto(`/newsroom/stories/${story.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.getByText(newsroomReports.title)).toHaveCount(0)
})

test('reports of other people’s stories are not for a reporter', async ({ page, newsroom }) => {
  const reporter = await newsroom.signIn(page, 'reporter')
  const [own, others] = [await newsroom.draftOf(reporter), await newsroom.publish()]

  const allowed = await page.goto(`/newsroom/stories/${own.id}/reports`)
  const refused = await page.goto(`/newsroom/stories/${others.id}/reports`)

  expect([allowed?.status(), refused?.status()]).toEqual([200, 403])
})

test('the form shows the story as it is at each request, and goes with it', async ({
  newsroom,
}) => {
  const story = await newsroom.publish()
  const path = `/report/${story.id}`
  const before = await sendRequest(path)

  await newsroom.changeHeadline(story, `${story.headline} বদলানো`)
  const after = await sendRequest(path)
  await newsroom.withdraw(story)
  const gone = await sendRequest(path)
  const sent = await post(path, 'fault=x')

  expect([before.status, after.status, gone.status, sent.status]).toEqual([200, 200, 410, 410])
  expect(before.words).not.toContain('বদলানো')
  expect(after.words).toContain('বদলানো')
})

test('every answer is stored by no cache and has no script of the framework', async ({
  newsroom,
}) => {
  const story = await newsroom.publish()
  const path = `/report/${story.id}`

  const answers = [
    await sendRequest(path),
    await sendRequest(path),
    await sendRequest(`${path}/sent`),
    await sendRequest('/report/404404404'),
    await sendRequest('/report/x'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404])
  for (const { headers, text } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    })
    expect(text).not.toContain('/_next/static/chunks')
  }
  const tokens = answers
    .slice(0, 2)
    .map(({ text }) => /name="token" value="([^"]+)"/.exec(text)?.[1])
  expect(tokens[0]).toBeTruthy()
  expect(tokens[0]).not.toBe(tokens[1])
})

test('a form of another site, of a program, or of too many bytes is not read', async ({
  newsroom,
}) => {
  const { id } = await newsroom.publish()
  const path = `/report/${id}`

  const answers = [
    await post(path, 'fault=x', { 'sec-fetch-site': 'cross-site' }),
    await post(path, `fault=${'x'.repeat(maxReaderFormBytes)}`),
    await post(path, '{}', { 'content-type': 'application/json' }),
    await post(`${path}/sent`, 'fault=x'),
    await post(path, `${trapField}=x&fault=x`),
    await post(path, 'fault=x&token=forged'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 413, 415, 405, 422, 422])
  for (const answer of answers)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(await answers[0]?.text()).not.toContain('value="x"')
  expect(await newsroom.db.readerReport.count({ where: { articleId: id } })).toBe(0)
})

test('whatever is typed is shown as text', async ({ page, newsroom }) => {
  const { id } = await newsroom.publish()
  await page.goto(`/report/${id}`)
  const typed = `"><script>document.title='x'</script> ${'ক'.repeat(500)}`
  await field(page, 'fault').fill(typed)

  await sendButton(page).click()

  await expect(refusal(page)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await expect(field(page, 'fault')).toHaveValue(typed)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
})

test('a printed story does not show the link', async ({ page, newsroom }) => {
  const story = await newsroom.publish()
  await page.goto(story.path)
  await expect(page.getByRole('link', { name: report.link })).toBeVisible()

  await page.emulateMedia({ media: 'print' })

  await expect(page.getByRole('link', { name: report.link })).toBeHidden()
})

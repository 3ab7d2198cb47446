import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { findFaintText } from '@/e2e/support/contrast'
import { baseUrl, sendRequest } from '@/e2e/support/http-client'
import { paragraph, type Story, secondsFromNow } from '@/e2e/support/newsroom'
import { expect as expectSoon, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'
import { photocardDownload, photocardPath, photocardsPage } from '@/lib/photocards/photocard'
import { formatCode, verifyPath } from '@/lib/urls/verify-address'

// A whole newsroom's page is opened each time, on whatever machine.
test.describe.configure({ timeout: 90_000 })
const expect = expectSoon.configure({ timeout: 20_000 })

const t = words.newsroomPhotocards
const verifyMessages = words.verify
const speaker = 'রহিমা খাতুন, কুড়িগ্রামের বাসিন্দা'
const quote = 'আমরা ত্রাণ চাই না, আমরা চাই বাঁধটা ঠিক হোক।'
const body = [
  paragraph('উজানের ঢলে নদীর পানি বিপৎসীমার ওপরে উঠেছে।'),
  { kind: 'quote' as const, content: [{ text: quote }], speaker },
]

const preview = (page: Page) => page.getByRole('region', { name: t.preview }).getByRole('img')
const makeButton = (page: Page) => page.getByRole('button', { name: t.make, exact: true })
const choose = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).click()

/** What a phone's camera reads in the picture. */
async function readSquare(jpeg: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** One click, however often it is clicked; the file that the browser was handed. */
async function makeAndDownload(page: Page) {
  const [file] = await Promise.all([page.waitForEvent('download'), makeButton(page).dblclick()])
  const jpeg = await readFile(await file.path())
  return { jpeg, name: file.suggestedFilename() }
}

const cardsOf = (newsroom: StaffedNewsroom, { id }: Story) =>
  newsroom.db.photocard.findMany({ where: { articleId: id } })

test('from the story’s page to a picture on a wall, and from its square to what the paper says of it', async ({
  page,
  context,
  newsroom,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body, leadImage: await newsroom.addPicture() })
  await page.goto(`/newsroom/stories/${story.id}`)
  await page.getByRole('link', { name: words.newsroomPublish.photocards }).click()
  await expect(preview(page)).toHaveAccessibleName(story.headline)

  await choose(page, t.template, t.templates.quote)
  await expect(page.getByLabel(t.quote, { exact: true })).toHaveValue(quote)
  await expect(preview(page)).toHaveAccessibleName(`${quote} – ${speaker}`)
  const { jpeg, name } = await makeAndDownload(page)

  const [card, ...others] = await cardsOf(newsroom, story)
  const code = card?.code ?? ''
  expect(others).toEqual([])
  await expect(page.getByText(t.madeAndCopied)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${baseUrl}${photocardPath(code)}`,
  )
  await expect(page.getByText(formatCode(code))).toBeVisible()
  expect(name).toBe(`photocard-${verifyPath(code).split('/').at(-1)}.jpg`)
  const { format, width, height } = await sharp(jpeg).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1080, height: 1080 })
  const address = (await readSquare(jpeg)) ?? ''
  expect(address).toBe(`${baseUrl}${verifyPath(code)}`)

  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    formatMessage(verifyMessages.genuine, { paper: 'দৈনিক' }),
  )
  await expect(page.getByRole('blockquote')).toHaveText(`${quote}${speaker}`)
  await page.getByRole('link', { name: story.headline }).click()
  await expect(page).toHaveURL(story.path)
})

test('the card’s page says at once what became of its story: corrected, renamed, withdrawn, back', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  const path = verifyPath(await newsroom.addPhotocard(story))
  const picture = photocardPath((await cardsOf(newsroom, story))[0]?.code ?? '')
  const panel = page.getByRole('tabpanel', { name: words.newsroomStory.publish, exact: true })
  const before = await sendRequest(path)
  const drawn = await sendRequest(picture)
  expect([before.status, drawn.status]).toEqual([200, 200])
  expect(drawn.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': expect.stringMatching(/max-age=31536000, immutable/),
  })
  expect(before.words).not.toContain(verifyMessages.correctedSince)

  await page.goto(`/newsroom/stories/${story.id}`)
  await page.getByLabel(words.newsroomEditor.headline, { exact: true }).fill('সংশোধিত শিরোনাম')
  await panel.getByLabel(words.newsroomPublish.ways.correction).check()
  await panel.getByLabel(words.newsroomPublish.changeNote).fill('শিরোনামের সংখ্যা ভুল ছিল')
  await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && /publishing/.test(response.url()),
    ),
    panel.getByRole('button', { name: words.newsroomPublish.send.correction }).click(),
  ])
  const corrected = await sendRequest(path)

  expect(corrected.words).toContain(verifyMessages.correctedSince)
  expect(corrected.words).toContain('শিরোনামের সংখ্যা ভুল ছিল')
  expect(corrected.words).toContain(verifyMessages.newHeadline)
  expect(corrected.words).toContain(story.headline)

  await panel.locator('summary').filter({ hasText: words.newsroomPublish.withdraw }).click()
  await panel.getByLabel(words.newsroomPublish.withdrawReason).fill('তথ্য ভুল ছিল')
  await panel.getByRole('button', { name: words.newsroomPublish.withdrawNow }).click()
  await expect(
    panel.getByText(words.newsroomPublish.states.withdrawn, { exact: true }),
  ).toBeVisible()
  const [withdrawn, gone] = [await sendRequest(path), await sendRequest(picture)]

  expect(withdrawn.status).toBe(200)
  expect(withdrawn.words).toContain(verifyMessages.withdrawnSince)
  expect(withdrawn.words).toContain(formatMessage(verifyMessages.reason, { reason: 'তথ্য ভুল ছিল' }))
  expect(withdrawn.text).not.toContain(story.path)
  expect(gone.status).toBe(410)

  await panel.getByRole('button', { name: words.newsroomPublish.restore }).click()
  await expect(
    panel.getByText(words.newsroomPublish.states.published, { exact: true }),
  ).toBeVisible()
  const [back, again] = [await sendRequest(path), await sendRequest(picture)]

  expect(back.words).not.toContain(verifyMessages.withdrawnSince)
  expect(again.status).toBe(200)
  expect(again.bytes.equals(drawn.bytes)).toBe(true)
})

test('an unknown code and a malformed code get one response; the form keeps the typed text', async ({
  page,
  newsroom,
}) => {
  const code = await newsroom.addPhotocard(await newsroom.publish())

  await page.goto('/verify')
  await page.getByLabel(verifyMessages.label).fill('K7MX 93PF CWR4')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/verify/k7mx-93pf-cwr4')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verifyMessages.unknownTitle)
  await page.getByLabel(verifyMessages.label).fill('এ কেমন কোড?')
  await page.getByRole('button', { name: verifyMessages.button }).click()
  await expect(page.getByLabel(verifyMessages.label)).toHaveValue('এ কেমন কোড?')
  const [unknown, none] = [
    await sendRequest('/verify/k7mx-93pf-cwr4'),
    await sendRequest('/verify/x%25'),
  ]
  await page.getByLabel(verifyMessages.label).fill(` ${formatCode(code).replaceAll('-', ' ')} `)
  await page.getByRole('button', { name: verifyMessages.button }).click()

  await expect(page).toHaveURL(verifyPath(code))
  expect([unknown.status, none.status]).toEqual([404, 404])
  expect(unknown.words.replace('k7mx-93pf-cwr4', '')).toBe(none.words.replace('x%', ''))
  for (const { headers, text } of [unknown, none, await sendRequest(verifyPath(code))]) {
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).not.toMatch(/<script(?! data-reader)/)
  }
})

test('the page of a card is small, complete, and fetches nothing else', async ({ newsroom }) => {
  const path = verifyPath(await newsroom.addPhotocard(await newsroom.publish({ body })))

  const response = await sendRequest(path, { headers: { 'accept-encoding': 'br' } })

  expect(response.bytes.length).toBeLessThanOrEqual(8_000)
  expect(response.text).not.toContain('<img')
})

test('before its story’s hour a card is the newsroom’s alone', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'subEditor')
  const story = await newsroom.schedule({ body, publishAt: secondsFromNow(86_400) })
  await page.goto(photocardsPage(story.id))
  await expect(page.getByText(t.early)).toBeVisible()

  const { jpeg } = await makeAndDownload(page)

  const code = (await cardsOf(newsroom, story))[0]?.code ?? ''
  expect(await readSquare(jpeg)).toBe(`${baseUrl}${verifyPath(code)}`)
  expect((await sendRequest(verifyPath(code))).status).toBe(404)
  expect((await sendRequest(photocardPath(code))).status).toBe(404)
  expect((await sendRequest(photocardDownload(story.id, code))).status).toBe(401)
})

test('a reporter makes none, and a draft has none', async ({ page, browser, newsroom }) => {
  const writer = await newsroom.signIn(page, 'reporter')
  const story = await newsroom.draftOf(writer, { body })
  const look = {
    size: 'square',
    hasPicture: false,
    words: { template: 'headline', headline: story.headline },
  }
  const send = (way: string, data: object) =>
    page.request.post(`${photocardsPage(story.id)}/${way}`, { data, headers: { origin: baseUrl } })

  const opened = await page.goto(photocardsPage(story.id))

  expect(opened?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: words.newsroom.noRightTitle })).toBeVisible()
  expect((await send('make', { ...look, key: '0'.repeat(32) })).status()).toBe(403)
  expect((await send('preview', look)).status()).toBe(403)
  const editorPage = await (await browser.newContext()).newPage()
  await newsroom.signIn(editorPage, 'subEditor')
  await editorPage.goto(photocardsPage(story.id))
  await expect(editorPage.getByText(words.refusals.notForCards)).toBeVisible()
  await expect(makeButton(editorPage)).toHaveCount(0)
  expect(await cardsOf(newsroom, story)).toEqual([])
  await editorPage.context().close()
})

test('a malformed request is refused with the right status and a message', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  const look = { size: 'square', hasPicture: false, words: { template: 'quote', quote, speaker } }
  const send = async (way: string, data: unknown) => {
    const response = await page.request.post(`${photocardsPage(story.id)}/${way}`, {
      data: data as object,
      headers: { origin: baseUrl },
    })
    return response.status()
  }
  const wrong = [
    {},
    [],
    'x',
    { ...look, size: 'round' },
    { ...look, words: { template: 'quote', quote } },
    { ...look, words: { ...look.words, quote: 'ক'.repeat(1_000) } },
  ]

  for (const data of wrong) {
    expect(await send('preview', data)).toBe(400)
    expect(await send('make', data)).toBe(400)
  }
  for (const file of ['x', '%00', 'k7mx-93pf-cwr4.jpg', '..%2f1']) {
    const response = await page.request.get(`${photocardsPage(story.id)}/${file}`)
    expect([400, 404], file).toContain(response.status())
  }
  expect((await page.request.get(photocardsPage(2_147_483_647))).status()).toBe(404)
  expect(await cardsOf(newsroom, story)).toEqual([])
})

test('a headline that changed meanwhile makes no card; no typed text is lost', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  await page.goto(photocardsPage(story.id))
  await expect(preview(page)).toBeVisible()
  await newsroom.changeHeadline(story, `${story.headline} আবার`)

  await makeButton(page).click()

  await expect(page.getByText(words.refusals.outdated)).toBeVisible()
  expect(await cardsOf(newsroom, story)).toEqual([])
  await choose(page, t.template, t.templates.quote)
  await expect(page.getByLabel(t.quote, { exact: true })).toHaveValue(quote)
})

test('without a network a notice appears; a retry makes one card', async ({ page, newsroom }) => {
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body })
  await page.route('**/photocards/preview', (route) => route.abort())
  await page.goto(photocardsPage(story.id))
  const again = page.getByRole('button', { name: t.again })
  await expect(again).toBeVisible()
  await page.unroute('**/photocards/preview')
  await again.click()
  await expect(preview(page)).toBeVisible()
  // The server made it; only its answer was lost.
  await page.route('**/photocards/make', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await makeButton(page).click()
  await expect(page.getByText(t.offline)).toBeVisible()
  await page.unroute('**/photocards/make')

  await makeAndDownload(page)

  expect(await cardsOf(newsroom, story)).toHaveLength(1)
})

const objections = async (axe: AxeBuilder) =>
  (await axe.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  )

test('by keyboard alone, on a phone, in the dark', async ({ page, newsroom }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish({ body, leadImage: await newsroom.addPicture() })
  await newsroom.addPhotocard(story)
  await page.goto(photocardsPage(story.id))
  await expect(preview(page)).toBeVisible()

  await page.getByRole('radio', { name: t.templates.number, exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(t.unfilled)).toBeVisible()
  await page.getByRole('textbox', { name: t.number, exact: true }).focus()
  await page.keyboard.insertText('৪২%')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('পরিবার এখনো পানিবন্দি')
  await expect(preview(page)).toHaveAccessibleName('৪২% – পরিবার এখনো পানিবন্দি')
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])

  const { width, height } = await sharp(await readFile(await file.path())).metadata()
  expect([width, height]).toEqual([1080, 1080])
  await expect(page.getByRole('region', { name: t.made }).getByRole('listitem')).toHaveCount(2)
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main :is(a, button, select, textarea, input:not([type=checkbox]))',
      ),
    ]
      .filter((each) => each.getBoundingClientRect().height < 44)
      .map((each) => each.outerHTML.slice(0, 120)),
  )
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await objections(new AxeBuilder({ page }))).toEqual([])
  expect(await findFaintText(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await objections(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([])
  expect(await findFaintText(page)).toEqual([])
})

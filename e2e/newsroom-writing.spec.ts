import AxeBuilder from '@axe-core/playwright'
import { findFaintText } from '@/e2e/support/contrast'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { formatMessage, words } from '@/e2e/support/words'
import type { Body } from '@/lib/content-model/body'

const t = words.newsroomEditor
const checks = words.newsroomChecks
const tools = words.newsroomTools

const combobox = (editor: StoryEditorPage, label: string) =>
  editor.page.getByRole('combobox', { name: formatMessage(t.findName, { label }) })

test('bylines are found in either script, ordered, and made on the spot, by keyboard alone', async ({
  page,
  newsroom,
}) => {
  const known = await newsroom.addContributor()
  const made = newsroom.name('রহিমা বেগম')
  newsroom.adoptNames([made])
  const editor = await StoryEditorPage.open(page, newsroom)
  const field = combobox(editor, t.contributors)

  await field.fill(known.name)
  await expect(page.getByRole('option', { name: known.name })).toBeVisible()
  await field.press('Enter')
  await field.fill(made)
  await expect(
    page.getByRole('option', { name: formatMessage(t.addName, { name: made }) }),
  ).toBeVisible()
  await field.press('ArrowDown')
  await field.press('Enter')
  await page
    .getByRole('button', { name: formatMessage(t.moveNameUp, { name: made }) })
    .press('Enter')

  const row = await newsroom.db.contributor.findFirstOrThrow({ where: { name: made } })
  await expect
    .poll(async () => (await editor.savedContent())?.contributorIds)
    .toEqual([row.id, known.id])
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: made })).toBeVisible()
})

test('topics and a source are tied to the story, and let go again', async ({ page, newsroom }) => {
  const topic = await newsroom.addTopic()
  const source = await newsroom.addSource()
  const editor = await StoryEditorPage.open(page, newsroom)

  await combobox(editor, t.topics).fill(topic.name)
  await page.getByRole('option', { name: topic.name }).click()
  await combobox(editor, t.source).fill(source.name)
  await page.getByRole('option', { name: source.name }).click()
  await expect
    .poll(async () => [
      (await editor.savedContent())?.topicIds,
      (await editor.savedContent())?.sourceId,
    ])
    .toEqual([[topic.id], source.id])
  await page
    .getByRole('button', { name: formatMessage(t.removeName, { name: source.name }) })
    .click()

  await expect.poll(async () => (await editor.savedContent())?.sourceId).toBeNull()
})

test('a story that readers have had keeps its category here', async ({ page, newsroom }) => {
  const writer = await newsroom.signIn(page, 'editor')
  const story = await newsroom.publish()

  await page.goto(`/newsroom/stories/${story.id}`)

  await expect(page.getByLabel(t.category, { exact: true })).toBeDisabled()
  await expect(page.getByText(t.categoryFixed)).toBeVisible()
  expect(writer.role).toBe('editor')
})

test('every kind of block is made with the toolbar, by keyboard', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const kind = page.getByRole('combobox', { name: tools.kind })
  await editor.body.click()

  await kind.selectOption('subheading')
  await page.keyboard.insertText('উপশিরোনাম')
  await page.keyboard.press('Enter')
  await kind.selectOption('quote')
  await page.keyboard.insertText('কথা')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('বক্তা')
  await page.keyboard.press('Enter')
  await kind.selectOption('bulletList')
  await page.keyboard.insertText('এক')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('দুই')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+B')
  await page.keyboard.insertText('মোটা')

  await editor.expectBody([
    { kind: 'subheading', text: 'উপশিরোনাম' },
    { kind: 'quote', content: [{ text: 'কথা' }], speaker: 'বক্তা' },
    { kind: 'list', ordered: false, items: [[{ text: 'এক' }], [{ text: 'দুই' }]] },
    { kind: 'paragraph', content: [{ text: 'মোটা', bold: true }] },
  ])
})

test('a table grows and shrinks; a video stands by its link; words lead where they should', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('বিস্তারিত')])
  await editor.into('p')
  await page.keyboard.press('ControlOrMeta+A')

  await page.keyboard.press('ControlOrMeta+K')
  await page.getByLabel(t.linkAddress).fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText(formatMessage(t.linkFault, { web: 'https://' }))).toBeVisible()
  await page.getByLabel(t.linkAddress).fill('example.com/a')
  await page.keyboard.press('Enter')
  await expect(editor.body.locator('a')).toHaveAttribute('href', 'https://example.com/a')
  await editor.tool('embed').click()
  await page.getByLabel(t.embedAddress).fill('https://www.youtube.com/watch?v=abc&si=x')
  await page.getByLabel(t.embedTitle).fill('নদীর ভিডিও')
  await page.getByRole('button', { name: t.setEmbed }).click()
  await editor.tool('table').click()
  await page.keyboard.insertText('সারণি')
  await editor.body.locator('th').first().click()
  await page.keyboard.insertText('জেলা')
  await page.getByRole('button', { name: words.newsroomTable.addRow }).click()
  await page.getByRole('button', { name: words.newsroomTable.removeColumn }).click()

  await expect
    .poll(async () => (await editor.savedContent())?.body.slice(0, 2))
    .toEqual([
      {
        kind: 'paragraph',
        content: [{ text: 'বিস্তারিত', href: 'https://example.com/a' }],
      },
      { kind: 'embed', url: 'https://www.youtube.com/watch?v=abc', title: 'নদীর ভিডিও' },
    ])
  await expect(editor.body.locator('tr')).toHaveCount(4)
  await expect(editor.body.locator('th')).toHaveCount(2)
})

test('blocks change places by keyboard, and undo brings them back', async ({ page, newsroom }) => {
  const three: Body = ['এক', 'দুই', 'তিন'].map(paragraph)
  const editor = await StoryEditorPage.open(page, newsroom, three)
  await editor.body.locator('p').nth(2).click()

  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await editor.expectBody(['তিন', 'এক', 'দুই'].map(paragraph))
  await page.keyboard.press('Alt+ArrowDown')
  await editor.expectBody(['এক', 'তিন', 'দুই'].map(paragraph))
  await page.keyboard.press('ControlOrMeta+Z')

  await editor.expectBody(['তিন', 'এক', 'দুই'].map(paragraph))
})

test('a key is carried out where the caret was put, however soon it is pressed', async ({
  page,
  newsroom,
}) => {
  const three: Body = ['এক', 'দুই', 'তিন'].map(paragraph)
  const editor = await StoryEditorPage.open(page, newsroom, three)
  await editor.into('p')

  // As on a machine that is busy: the key comes before the browser has told anybody of the caret.
  await editor.body.evaluate((body) => {
    document.getSelection()?.collapse(body.querySelectorAll('p')[2] ?? null, 0)
    const init = { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }
    body.dispatchEvent(new KeyboardEvent('keydown', init))
  })

  await editor.expectBody(['এক', 'তিন', 'দুই'].map(paragraph))
})

test('a picture of the archive leads the story, with words of its own', async ({
  page,
  newsroom,
}) => {
  const picture = await newsroom.addPicture()
  const editor = await StoryEditorPage.open(page, newsroom)
  const pictureMessages = words.newsroomPicture

  await page.getByRole('button', { name: pictureMessages.choose }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: picture.caption ?? '' })
    .first()
    .click()
  await page.getByText(pictureMessages.words).click()
  await page.getByLabel(pictureMessages.credit).fill('করিম')
  await page.getByLabel(pictureMessages.focalX).fill('80')
  await expect
    .poll(async () => (await editor.savedContent())?.leadWords)
    .toEqual({ credit: 'করিম' })
  expect((await editor.savedContent())?.leadImageId).toBe(picture.id)
  const inLibrary = await newsroom.db.image.findUniqueOrThrow({ where: { id: picture.id } })
  expect([inLibrary.credit, inLibrary.focalX]).toEqual([picture.credit, picture.focalX])
  await page.getByRole('button', { name: pictureMessages.keepInLibrary, exact: true }).click()

  await expect(page.getByText(t.kept)).toBeVisible()
  const savedPicture = await newsroom.db.image.findUniqueOrThrow({ where: { id: picture.id } })
  expect([savedPicture.credit, savedPicture.focalX]).toEqual(['করিম', 0.8])
})

test('while one writes, the house style is shown, and corrected by one click', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('দাম ১২0 টাকা। ভালো।')])
  await editor.openChecks()
  await editor.field('headline').fill('দাম বেড়ে ১৫0 টাকা')
  await expect(editor.body.locator('.style-mark')).toHaveText('১২0')

  const fix = (text: string) =>
    page.getByRole('button', { name: new RegExp(`^${checks.fix}.*${text}$`) })
  await fix('১২0').click()
  await fix('১৫0').click()

  await expect(editor.field('headline')).toHaveValue('দাম বেড়ে ১৫০ টাকা')
  await editor.expectBody([paragraph('দাম ১২০ টাকা। ভালো।')])
  await expect(editor.body.locator('.style-mark')).toHaveCount(0)
})

test('the checklist names missing parts of the story and links to them', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.openChecks()
  const line = page.getByRole('listitem').filter({ hasText: checks.noStandfirst })
  await expect(line).toBeVisible()

  await line.getByRole('button').click()
  await expect(editor.field('standfirst')).toBeFocused()
  await page.keyboard.insertText('সারকথা।')
  await expect(line).toHaveCount(0)
  await editor.field('headline').fill('অনেক বড় শিরোনাম '.repeat(6).trim())

  await expect(page.getByText(checks.headlineLong)).toBeVisible()
  await expect(page.getByText(checks.cut).first()).toBeVisible()
})

for (const width of [360, 1440]) {
  test(`the form fits ${width} px, and axe objects to nothing, in light and in dark`, async ({
    page,
    newsroom,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const editor = await StoryEditorPage.open(page, newsroom, [
      paragraph('দাম ১২0 টাকা।'),
      { kind: 'quote', content: [{ text: 'কথা' }], speaker: 'বক্তা' },
      { kind: 'embed', url: 'https://youtu.be/abc', title: 'ভিডিও' },
      { kind: 'table', head: [[{ text: 'ক' }], [{ text: 'খ' }]], rows: [[[], []]] },
    ])
    await expect(editor.body.locator('.style-mark')).toHaveCount(1)
    await editor.body.locator('td').first().click()

    const { violations } = await new AxeBuilder({ page }).analyze()
    const inLight = await findFaintText(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const inDark = await findFaintText(page)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    const small = await page
      .getByRole('toolbar')
      .getByRole('button')
      .evaluateAll((all) =>
        all
          .filter((each) => each.getBoundingClientRect().height < 44)
          .map((each) => each.outerHTML),
      )

    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([])
    expect([inLight, inDark, overflow, small]).toEqual([[], [], 0, []])
  })
}

test('a headline is seen whole when a phone is turned', async ({ page, newsroom }) => {
  await page.setViewportSize({ width: 740, height: 360 })
  const editor = await StoryEditorPage.open(page, newsroom)
  const headline = editor.field('headline')
  await headline.fill('নদীর পানি বাড়ছে, চরে চরে বিপদ, দুই হাজার পরিবার আশ্রয়ে')
  const hidden = () => headline.evaluate((field) => field.scrollHeight - field.clientHeight)

  await page.setViewportSize({ width: 360, height: 740 })

  await expect.poll(hidden).toBeLessThanOrEqual(2)
})

test('where the text is kept stays in sight above the tools, however long the text', async ({
  page,
  newsroom,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const long = Array.from({ length: 40 }, () => paragraph('নদীভাঙনে ক্ষতিগ্রস্ত পরিবার বাড়ছে।'))
  const editor = await StoryEditorPage.open(page, newsroom, long)
  const notice = page.getByRole('status').filter({ hasText: words.newsroomStory.nothingYet })

  await editor.body.locator('p').nth(30).click()

  await expect(page.getByRole('toolbar')).toBeInViewport({ ratio: 1 })
  await expect(notice).toBeInViewport({ ratio: 1 })
  // A click finds it: nothing lies over it.
  await notice.click({ trial: true })
})

test('a request that no form sends is refused with its reason, and nothing is stored', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const ask = (path: string, data: unknown) =>
    page.evaluate(
      async ([to, body]) => {
        const headers = { 'Content-Type': 'application/json' }
        const response = await fetch(`/newsroom/writing/${to}`, { method: 'POST', headers, body })
        return [response.status, ((await response.json()) as { reason: string }).reason]
      },
      [path, JSON.stringify(data)] as const,
    )

  const responses = [
    await ask('taxonomy/topics', { name: '   ' }),
    await ask('taxonomy/topics', { name: 'ক'.repeat(121) }),
    await ask('taxonomy/contributors', { name: 7 }),
    await ask('taxonomy/contributors', ['নাম']),
    await ask('taxonomy/sources', { name: 'ক'.repeat(30_000) }),
    await ask('pictures', { id: 2_000_000_000, alt: 'ক' }),
    await ask('pictures', { id: 1, focalX: 2 }),
    await ask('pictures', 'ক'),
  ]

  expect(responses).toEqual([
    [400, 'invalid'],
    [400, 'invalid'],
    [400, 'invalid'],
    [400, 'invalid'],
    [413, 'tooLarge'],
    [404, 'noSuchPicture'],
    [400, 'invalid'],
    [400, 'invalid'],
  ])
  expect((await page.request.get('/newsroom/writing/taxonomy/people?q=')).status()).toBe(404)
  expect(await editor.newsroom.db.topic.count({ where: { name: '' } })).toBe(0)
})

test('without a session no name and no picture is disclosed', async ({ page }) => {
  const statuses = await Promise.all(
    ['taxonomy/contributors?q=ক', 'pictures?id=1'].map(async (path) =>
      (await page.request.get(`/newsroom/writing/${path}`)).status(),
    ),
  )

  expect(statuses).toEqual([401, 401])
})

/** What a letter costs the page until it stands in the text and is handed on, in milliseconds (median of 40). */
const letterCost = (editor: StoryEditorPage) =>
  editor.body.evaluate(() => {
    const costs = Array.from('নদীর পানি বেড়েছে আবার '.repeat(4).slice(0, 40), (letter) => {
      const began = performance.now()
      document.execCommand('insertText', false, letter)
      return performance.now() - began
    })
    return costs.toSorted((a, b) => a - b)[20] ?? 0
  })

test('a letter in a story of 60 KB costs little more than in an empty one', async ({
  page,
  newsroom,
}) => {
  const text = 'সরকারি হিসাবে নদীভাঙনে ক্ষতিগ্রস্ত পরিবারের সংখ্যা বাড়ছে, জানালেন স্থানীয়রা। '.repeat(4)
  const long = Array.from({ length: Math.ceil(60_000 / Buffer.byteLength(text)) }, () =>
    paragraph(text),
  )
  const small = await StoryEditorPage.open(page, newsroom, [paragraph('ক')])
  await small.into('p')
  const base = await letterCost(small)
  const { id } = await newsroom.draftOf(small.writer, { body: long })
  const editor = small.of(id)
  await editor.load()
  await editor.into('p')

  const cost = await letterCost(editor)

  test.info().annotations.push({ type: 'ms per letter', description: `${base} → ${cost}` })
  expect(cost).toBeLessThan(Math.max(8 * base, 16))
})

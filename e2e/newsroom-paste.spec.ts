import clipboards from '@/e2e/support/clipboards.json' with { type: 'json' }
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { words } from '@/e2e/support/words'
import type { Body } from '@/lib/content-model/body'

const bijoy = words.newsroomBijoy

// What programs put on the clipboard, and the blocks that a story makes of it.
for (const { from, html, text, blocks } of clipboards) {
  test(`pasted content becomes the story's own kinds of blocks: ${from}`, async ({
    page,
    newsroom,
  }) => {
    const editor = await StoryEditorPage.open(page, newsroom)
    await editor.body.click()

    await editor.paste(editor.body, { html, text })

    await editor.expectBody(blocks as Body)
  })
}

test('a paragraph pasted into a sentence is part of it', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('শুরু শেষ')])
  await editor.body.locator('p').first().click()
  await page.keyboard.press('Home')
  // Two letters as readers count them.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')

  await editor.paste(editor.body, { html: '<p>মাঝে <b>কথা</b></p>' })

  await expect(editor.body).toContainText('মাঝে কথা')
  await expect(editor.body.locator('p').filter({ hasText: 'শেষ' })).toHaveCount(1)
  await expect(editor.body.locator('p').filter({ hasText: /\S/ })).toHaveCount(1)
})

test('in a cell, a heading or a caption pasted blocks are words', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [
    { kind: 'subheading', text: 'ক' },
    { kind: 'table', head: [[{ text: 'খ' }]], rows: [[[{ text: 'গ' }]]] },
  ])

  await editor.into('h2')
  await editor.paste(editor.body, { html: '<h2>এক</h2><ul><li>দুই</li><li><b>তিন</b></li></ul>' })
  await editor.into('td')
  await editor.paste(editor.body, { html: '<p>এক</p><p>দুই <b>তিন</b></p>' })

  await editor.expectBody([
    { kind: 'subheading', text: 'কএক দুই তিন' },
    {
      kind: 'table',
      head: [[{ text: 'খ' }]],
      rows: [[[{ text: 'গএক দুই ' }, { text: 'তিন', bold: true }]]],
    },
  ])
})

test('lines pasted into a list are its items', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [
    { kind: 'list', ordered: true, items: [[{ text: 'চাল' }], [{ text: 'তেল' }]] },
  ])

  await editor.into('li')
  await editor.paste(editor.body, { text: ' মোটা\nডাল\nলবণ' })

  await editor.expectBody([
    {
      kind: 'list',
      ordered: true,
      items: ['চালমোটা', 'ডাল', 'লবণ', 'তেল'].map((text) => [{ text }]),
    },
  ])
})

test('pictures of another site are not copied, and the writer gets a notice', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()

  await editor.paste(editor.body, {
    html: '<figure><img src="https://example.com/a.jpg" alt="নদী"><figcaption>নদী ভাঙছে</figcaption></figure>',
  })

  await expect(page.getByRole('alert').filter({ hasText: 'ছবি আনা যায়নি' })).toBeVisible()
  await editor.expectBody([paragraph('নদী ভাঙছে')])
})

test('over chosen words a pasted address is their link', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('বিস্তারিত')])
  await editor.body.click()
  await page.keyboard.press('ControlOrMeta+A')

  await editor.paste(editor.body, { text: 'https://example.com/খবর' })

  await editor.expectBody([
    {
      kind: 'paragraph',
      content: [{ text: 'বিস্তারিত', href: 'https://example.com/খবর' }],
    },
  ])
})

test('Bijoy is offered converted, and its doubtful words are gone through', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()
  const typed = 'Avwg evsjvq Mvb MvB| evsjv‡`k'

  await editor.paste(editor.body, { text: typed })
  await expect(page.getByText(bijoy.found)).toBeVisible()
  await page.getByRole('button', { name: bijoy.convert }).click()

  await editor.expectBody([paragraph('আমি বাংলায় গান গাই। বাংলাদেশ'.normalize('NFC'))])
  await expect(page.getByText(bijoy.found)).toHaveCount(0)
  await editor.body.press('ControlOrMeta+Z')
  await expect(editor.body).toContainText('evsjv‡`k')
})

test('Bijoy that is none may stay as it is', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()

  await editor.paste(editor.body, { text: 'evsjv‡`k' })
  await page.getByRole('button', { name: bijoy.keep }).click()

  await expect(page.getByText(bijoy.found)).toHaveCount(0)
  await editor.expectBody([paragraph('evsjv‡`k')])
})

test('text that Word sets in SutonnyMJ is Bijoy even where it could be English', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()

  await editor.paste(editor.body, {
    html: `<p class=MsoNormal><span style='font-family:SutonnyMJ'>me Kg</span><span style='font-family:Arial'> me (BBC)</span></p>`,
  })
  await page.getByRole('button', { name: bijoy.convert }).click()

  await editor.expectBody([paragraph('সব কম me (BBC)')])
})

test('Bijoy pasted into a line is offered converted too', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.field('headline').fill('')

  await editor.paste(editor.field('headline'), { text: 'evsjv‡`k\n' })
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(editor.field('headline')).toHaveValue('বাংলাদেশ')
  await expect.poll(async () => (await editor.savedContent())?.headline).toBe('বাংলাদেশ')
})

test('a picture that is pasted is sent and stands in the text', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('আগে')])
  await editor.into('p')

  await editor.body.evaluate(async (element) => {
    const canvas = new OffscreenCanvas(300, 200)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = `hsl(${Math.random() * 360} 50% 50%)`
    context.fillRect(0, 0, 300, 200 * Math.random())
    const data = new DataTransfer()
    data.items.add(new File([await canvas.convertToBlob()], 'নদী.png', { type: 'image/png' }))
    const init = { clipboardData: data, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', init))
  })

  await expect(editor.body.locator('figure img')).toBeVisible()
  await expect
    .poll(async () => (await editor.savedContent())?.body.map(({ kind }) => kind))
    .toEqual(['paragraph', 'image'])
})

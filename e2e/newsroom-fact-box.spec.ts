import AxeBuilder from '@axe-core/playwright'
import { findFaintText } from '@/e2e/support/contrast'
import { sendRequest } from '@/e2e/support/http-client'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { words } from '@/e2e/support/words'
import type { FactBoxBlock } from '@/lib/content-model/blocks/fact-box'
import { feedPath } from '@/lib/feeds/feed'

const tools = words.newsroomTools
const box = (title: string, ...texts: string[]): FactBoxBlock => ({
  kind: 'factBox',
  title,
  content: texts.map((text) => ({ kind: 'paragraph', content: [{ text }] })),
})
const titleOf = (editor: StoryEditorPage) => editor.body.locator('[data-fact-box-title]').first()

test('a fact box is written by keyboard, with its list, and left by Enter', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const kind = page.getByRole('combobox', { name: tools.kind })
  await editor.body.click()

  await editor.tool('factBox').click()
  await page.keyboard.insertText('এক নজরে')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('তিন নদী')
  await page.keyboard.press('Enter')
  await expect(kind.getByRole('option', { name: words.newsroomKinds.quote })).toBeDisabled()
  await kind.selectOption('bulletList')
  await page.keyboard.insertText('ধরলা')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('তিস্তা')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('নিচে')

  await editor.expectBody([
    {
      kind: 'factBox',
      title: 'এক নজরে',
      content: [
        { kind: 'paragraph', content: [{ text: 'তিন নদী' }] },
        { kind: 'list', ordered: false, items: [[{ text: 'ধরলা' }], [{ text: 'তিস্তা' }]] },
      ],
    },
    paragraph('নিচে'),
  ])
})

test('Tab leads through a fact box and out of it, Shift and Tab back to its title', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [box('এক', 'দুই'), paragraph('তিন')])
  await titleOf(editor).click()
  await page.keyboard.press('End')

  await page.keyboard.press('Tab')
  await page.keyboard.insertText('ক')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.insertText('খ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('গ')

  await editor.expectBody([box('একখ', 'কদুই'), paragraph('গতিন')])
  await page.keyboard.press('Tab')
  await expect(editor.body).not.toBeFocused()
})

test('Backspace goes from the text to the title, then dissolves the box, and undo brings it back', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [
    paragraph('শূন্য'),
    box('এক', 'দুই', 'তিন'),
  ])
  await editor.into('aside p:not([data-fact-box-title])')
  await page.keyboard.press('Home')

  await page.keyboard.press('Backspace')
  await page.keyboard.insertText('ক')
  await editor.expectBody([paragraph('শূন্য'), box('একক', 'দুই', 'তিন')])
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await editor.expectBody(['শূন্য', 'একক', 'দুই', 'তিন'].map(paragraph))
  await page.keyboard.press('ControlOrMeta+Z')

  await editor.expectBody([paragraph('শূন্য'), box('একক', 'দুই', 'তিন')])
})

test('what is pasted into a fact box stays in it: paragraphs and lists as they are, the rest as lines', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [box('এক', 'দুই'), paragraph('শেষ')])
  await editor.into('aside p:not([data-fact-box-title])')
  await page.keyboard.press('Enter')

  await editor.paste(editor.body, {
    html: '<h2>উপশিরোনাম</h2><p>কথা <b>মোটা</b></p><ul><li>চাল</li></ul>',
  })
  await titleOf(editor).click()
  await page.keyboard.press('End')
  await editor.paste(editor.body, { text: '\nনজরে\nদেখুন' })

  await editor.expectBody([
    {
      kind: 'factBox',
      title: 'একনজরে দেখুন',
      content: [
        { kind: 'paragraph', content: [{ text: 'দুই' }] },
        { kind: 'paragraph', content: [{ text: 'উপশিরোনাম' }] },
        { kind: 'paragraph', content: [{ text: 'কথা ' }, { text: 'মোটা', bold: true }] },
        { kind: 'list', ordered: false, items: [[{ text: 'চাল' }]] },
      ],
    },
    paragraph('শেষ'),
  ])
})

/** What the editor puts on the clipboard for the selection. */
const copied = (editor: StoryEditorPage) =>
  editor.body.evaluate((element) => {
    const clipboardData = new DataTransfer()
    element.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    )
    return clipboardData.getData('text/html')
  })

test('a fact box goes over the clipboard to another place whole, and its words to a paragraph', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [box('এক', 'দুই তিন'), paragraph('চার')])
  await editor.body.click()
  await page.keyboard.press('ControlOrMeta+A')
  const whole = await copied(editor)
  await editor.body.locator('aside p').nth(1).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  // The editor learns of a selection a moment after the browser.
  await expect.poll(() => copied(editor)).not.toMatch(/এক|^$/)
  const inner = await copied(editor)

  await editor.empty()
  await editor.paste(editor.body, { html: whole })
  await editor.expectBody([box('এক', 'দুই তিন'), paragraph('চার')])
  await editor.body.locator('p').last().click()
  await page.keyboard.press('End')
  await editor.paste(editor.body, { html: inner })

  await editor.expectBody([box('এক', 'দুই তিন'), paragraph('চারদুই তিন')])
})

test('in a fact box the house style is corrected and Bijoy converted as in any text', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [box('দাম ১২0 টাকা', 'কথা। ')])
  await editor.openChecks()
  await expect(editor.body.locator('aside .style-mark')).toHaveText('১২0')
  await page.getByRole('button', { name: new RegExp(`^${words.newsroomChecks.fix}.*১২0$`) }).click()
  await editor.into('aside p:not([data-fact-box-title])')

  await editor.paste(editor.body, { text: 'Avwg evsjvq Mvb MvB|' })
  await page.getByRole('button', { name: words.newsroomBijoy.convert }).click()

  await editor.expectBody([box('দাম ১২০ টাকা', 'কথা। আমি বাংলায় গান গাই।'.normalize('NFC'))])
})

test('readers get the fact box on the page, in the feed and by its words, and back into a story whole', async ({
  page,
  newsroom,
}) => {
  const word = 'ক্ষতিগ্রস্ত'.repeat(12)
  const facts: FactBoxBlock = {
    kind: 'factBox',
    title: 'এক নজরে',
    content: [
      { kind: 'paragraph', content: [{ text: 'বিপৎসীমা ', bold: true }, { text: word }] },
      {
        kind: 'list',
        ordered: true,
        items: [[{ text: 'ধরলা', href: '/latest' }], [{ text: word }]],
      },
    ],
  }
  const story = await newsroom.publish({ body: [paragraph('শুরু।'), facts] })
  await page.setViewportSize({ width: 320, height: 800 })

  await page.goto(story.path)
  const shown = page.getByRole('complementary', { name: 'এক নজরে' })
  await expect(shown.getByRole('heading', { name: 'এক নজরে' })).toBeVisible()
  await expect(shown.getByRole('listitem')).toHaveCount(2)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const inside = await shown.evaluate((element) => element.scrollWidth - element.clientWidth)
  const { violations } = await new AxeBuilder({ page }).include('aside[data-fact-box]').analyze()
  const inLight = await findFaintText(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await findFaintText(page)
  expect([overflow, inside, violations, inLight, inDark]).toEqual([0, 0, [], [], []])
  await page.emulateMedia({ media: 'print' })
  await expect(shown).toBeVisible()
  const feed = await sendRequest(feedPath(`/${story.category.slug}`, 'xml'))
  expect(feed.text).toContain('<aside><h2>এক নজরে</h2>')

  // A browser copies links with their whole address.
  const html = await shown.evaluate(({ outerHTML }) =>
    outerHTML.replaceAll('href="/', `href="${location.origin}/`),
  )
  const editor = await StoryEditorPage.open(page, newsroom)
  await page.emulateMedia({ media: 'screen' })
  await editor.body.click()
  await editor.paste(editor.body, { html })
  await editor.expectBody([facts])
})

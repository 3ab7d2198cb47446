import type { Page } from '@playwright/test'
import { tabTo } from '@/e2e/support/keyboard'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { InputMethod, StoryEditorPage } from '@/e2e/support/story-editor-page'
import { formatMessage, words } from '@/e2e/support/words'

const t = words.newsroomEditor
const picture = words.newsroomPicture
const story = words.newsroomStory

const comboboxOf = (page: Page, label: string) =>
  page.getByRole('combobox', { name: formatMessage(t.findName, { label }) })
const optionToAdd = (page: Page, name: string) =>
  page.getByRole('option', { name: formatMessage(t.addName, { name }) })
const topicIdsOf = async (editor: StoryEditorPage) => (await editor.savedContent())?.topicIds ?? []

/** That the story has been saved with its headline, and still without a topic. */
async function expectNoTopic(editor: StoryEditorPage, newsroom: StaffedNewsroom): Promise<void> {
  const headline = newsroom.name('সংরক্ষণের শিরোনাম')
  await editor.field('headline').fill(headline)
  await expect.poll(async () => (await editor.savedContent())?.headline).toBe(headline)
  expect(await topicIdsOf(editor)).toEqual([])
}

test.describe('a combobox', () => {
  test('leaves Enter to the input method while a word is composed', async ({ page, newsroom }) => {
    const topic = await newsroom.addTopic()
    const editor = await StoryEditorPage.open(page, newsroom)
    const field = comboboxOf(page, t.topics)
    const method = await InputMethod.of(page)
    await field.click()

    await method.compose(topic.name)
    await expect(page.getByRole('option', { name: topic.name })).toHaveAttribute(
      'data-focused',
      'true',
    )
    // Chrome sends the key of a composition with the code 229; Safari sends it just after the composition has ended.
    await field.evaluate((input) => {
      const enter = (init: KeyboardEventInit) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
        )
      enter({ isComposing: true })
      enter({ isComposing: false, keyCode: 229 })
    })
    await expect(page.getByRole('option', { name: topic.name })).toBeVisible()
    await expect(field).toHaveValue(topic.name)
    await method.commit(topic.name)
    await expect(field).toHaveAttribute('aria-activedescendant', /.+/)
    await field.press('Enter')

    await expect.poll(() => topicIdsOf(editor)).toEqual([topic.id])
    await expect(field).toHaveValue('')
  })

  test('makes a new name only when the editor has gone to it', async ({ page, newsroom }) => {
    const name = newsroom.name('ভুল করে লেখা নাম')
    const editor = await StoryEditorPage.open(page, newsroom)
    const field = comboboxOf(page, t.topics)

    await field.fill(name)
    await expect(optionToAdd(page, name)).toBeVisible()
    await field.press('Enter')
    await expect(optionToAdd(page, name)).toBeVisible()
    await field.press('Tab')

    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expectNoTopic(editor, newsroom)
    expect(await newsroom.db.topic.count({ where: { name } })).toBe(0)
  })

  test('chooses nothing when it is left or closed, and keeps the text', async ({
    page,
    newsroom,
  }) => {
    const topic = await newsroom.addTopic()
    const editor = await StoryEditorPage.open(page, newsroom)
    const field = comboboxOf(page, t.topics)
    const option = page.getByRole('option', { name: topic.name })

    await field.fill(topic.name)
    await expect(option).toBeVisible()
    await field.press('Escape')
    await expect(option).toHaveCount(0)
    await expect(field).toHaveValue(topic.name)
    await field.press('ArrowDown')
    await expect(option).toHaveAttribute('data-focused', 'true')
    await field.press('Tab')

    await expect(option).toHaveCount(0)
    await expect(field).toHaveValue(topic.name)
    await expectNoTopic(editor, newsroom)
  })

  test('Backspace in the empty field takes the last name away', async ({ page, newsroom }) => {
    const [first, second] = [await newsroom.addTopic(), await newsroom.addTopic()]
    const editor = await StoryEditorPage.open(page, newsroom)
    const field = comboboxOf(page, t.topics)
    for (const { name } of [first, second]) {
      await field.fill(name)
      await page.getByRole('option', { name }).click()
    }
    await expect.poll(() => topicIdsOf(editor)).toEqual([first.id, second.id])

    await field.press('Backspace')

    await expect.poll(() => topicIdsOf(editor)).toEqual([first.id])
    await expect(field).toBeFocused()
  })

  test('says everything in Bengali to a screen reader', async ({ page, newsroom }) => {
    const topic = await newsroom.addTopic()
    await StoryEditorPage.open(page, newsroom)
    const field = comboboxOf(page, t.topics)

    await field.fill(topic.name)
    await expect(page.getByRole('option', { name: topic.name })).toBeVisible()

    await expect(page.locator('[data-live-announcer]')).not.toHaveText(/[A-Za-z]{3}/)
    const labels = await page
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
    expect(labels.filter((label) => /^[A-Za-z ]+$/.test(label))).toEqual([])
  })
})

test.describe('a dialog', () => {
  test('keeps the keyboard inside and gives it back where it was', async ({ page, newsroom }) => {
    await newsroom.addPicture()
    await StoryEditorPage.open(page, newsroom)
    const opener = page.getByRole('button', { name: picture.choose, exact: true })
    const dialog = page.getByRole('dialog', { name: words.newsroomMedia.choose })

    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('searchbox')).toBeFocused()
    const isInside = () => dialog.evaluate((element) => element.contains(document.activeElement))
    for (const key of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab', ...Array(8).fill('Tab')]) {
      await page.keyboard.press(key)
      expect(await isInside()).toBe(true)
    }
    await page.keyboard.press('Escape')

    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('closes with a click beside it, and the page under it does not scroll', async ({
    page,
    newsroom,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await StoryEditorPage.open(page, newsroom)
    const opener = page.getByRole('button', { name: picture.choose, exact: true })
    const dialog = page.getByRole('dialog', { name: words.newsroomMedia.choose })
    await opener.click()
    await expect(dialog.getByRole('searchbox')).toBeFocused()

    await page.mouse.move(30, 450)
    const before = await page.evaluate(() => scrollY)
    await page.mouse.wheel(0, 600)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await page.mouse.click(30, 450)

    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  })
})

test.describe('the tabs beside a story', () => {
  test('are one stop of the keyboard, moved through with arrows', async ({ page, newsroom }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await StoryEditorPage.open(page, newsroom)
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })

    await tabTo(page, tab(story.publish))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(tab(story.revisions)).toBeFocused()
    await expect(tab(story.publish)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')

    await expect(tab(story.revisions)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel', { name: story.revisions, exact: true })).toBeVisible()
  })

  test('open and close a drawer on a phone', async ({ page, newsroom }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await StoryEditorPage.open(page, newsroom)
    const tab = page.getByRole('tab', { name: story.check, exact: true })
    const panel = page.getByRole('tabpanel')
    await expect(panel).toHaveCount(0)

    await tab.click()
    await expect(panel).toBeVisible()
    await tab.click()
    await expect(panel).toHaveCount(0)
    await tab.click()
    await panel.getByRole('button', { name: story.closeTool }).click()

    await expect(panel).toHaveCount(0)
    await expect(tab).toBeFocused()
  })
})

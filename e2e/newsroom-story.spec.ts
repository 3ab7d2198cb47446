import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

const t = words.newsroomStory
const saved = (page: Page) => page.getByRole('status').filter({ hasText: t.saved.split(' ')[0] })
const headline = (page: Page) => page.getByLabel(words.newsroomEditor.headline, { exact: true })
const body = (page: Page) => page.getByRole('textbox', { name: words.newsroomEditor.body })

test('a story begins once, however often its button is pressed, and keeps what is written', async ({
  page,
  newsroom,
}) => {
  const writer = await newsroom.signIn(page, 'reporter')
  await page.getByRole('main').getByRole('link', { name: words.newsroom.newStory }).click()

  await page.getByRole('button', { name: t.begin }).dblclick()
  await page.waitForURL(/\/newsroom\/stories\/\d+$/)
  await expect(headline(page)).toBeEditable()
  await headline(page).fill('ব্রহ্মপুত্রে পানি বাড়ছে')
  await body(page).click()
  await page.keyboard.insertText('র‍্যাবের সঙ্গে স্থানীয়রা কাজ করছেন।')
  await expect(saved(page)).toBeVisible()
  await page.reload()

  await expect(headline(page)).toHaveValue('ব্রহ্মপুত্রে পানি বাড়ছে')
  await expect(body(page)).toHaveText('র‍্যাবের সঙ্গে স্থানীয়রা কাজ করছেন।')
  await expect(headline(page)).toBeEditable()
  expect(await newsroom.db.article.count({ where: { ownerId: writer.id } })).toBe(1)
})

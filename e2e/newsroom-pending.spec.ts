import type { Page } from '@playwright/test'
import { expect, type StaffedNewsroom, test } from './newsroom-fixtures'
import { words } from './words'
import { WritingDesk } from './writing-desk'

/** Holds what the page sends from now on; the answer lets it go. */
async function hold(page: Page): Promise<() => void> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/newsroom/, async (route) => {
    if (route.request().method() === 'POST') await gone
    await route.continue()
  })
  return letGo
}

type Slow = { open: (page: Page, newsroom: StaffedNewsroom) => Promise<string>; busy: string }

const { newsroom: desk, newsroomNames: names, newsroomCategories: categories } = words

/** The button by its name, and what stands on it while its act is on its way. */
const slow: Record<string, Slow> = {
  'signing out': {
    open: async (page) => {
      await page.goto('/newsroom')
      return desk.signOut
    },
    busy: desk.working,
  },
  'adding a name': {
    open: async (page, newsroom) => {
      const name = newsroom.name('নতুন প্রতিবেদক')
      newsroom.adoptNames([name])
      await page.goto('/newsroom/contributors')
      await page.locator('summary').getByText(names.add_contributors).click()
      await page.getByLabel(names.name, { exact: true }).fill(name)
      return names.add
    },
    busy: desk.working,
  },
  'beginning a story': {
    open: async (page) => {
      await page.goto('/newsroom/stories/new')
      return words.newsroomStory.begin
    },
    busy: words.newsroomStory.beginning,
  },
}

for (const [name, { open, busy }] of Object.entries(slow)) {
  test(`a slow act says that it is on its way: ${name}`, async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'admin')
    const word = await open(page, newsroom)
    const letGo = await hold(page)

    await page.getByRole('button', { name: word, exact: true }).click()

    const button = page.getByRole('button', { name: busy, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    // Pressed again while it is on its way it does nothing more.
    await button.click({ force: true })
    letGo()
    await expect(button).toHaveCount(0)
  })
}

test('a slow move of a category is shown at once and said to be kept', async ({
  page,
  newsroom,
}) => {
  const parent = await newsroom.addCategory()
  const first = await newsroom.addCategory(parent)
  await newsroom.addCategory(parent)
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/categories')
  const row = page.getByRole('listitem').filter({ hasText: first.slug })
  const letGo = await hold(page)

  await row.getByRole('button').last().click()

  await expect(page.getByText(categories.keeping)).toBeVisible()
  letGo()
  await expect(page.getByText(categories.keeping)).toHaveCount(0)
  await expect(page.getByText(words.newsroomDone.saved)).toBeVisible()
})

test('a name that is slow to be made says so', async ({ page, newsroom }) => {
  const name = newsroom.name('নতুন বিষয়')
  newsroom.adoptNames([name])
  const writing = await WritingDesk.open(page, newsroom)
  const t = words.newsroomEditor
  const letGo = await hold(page)

  await page.getByRole('combobox', { name: t.findName.replace('{label}', t.topics) }).fill(name)
  await page.getByRole('option').filter({ hasText: name }).click()

  await expect(page.getByText(t.addingName.replace('{name}', name))).toBeVisible()
  letGo()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect.poll(async () => (await writing.kept())?.topicIds.length).toBe(1)
  const row = await newsroom.db.topic.findFirstOrThrow({ where: { name } })
  await newsroom.db.topic.delete({ where: { id: row.id } })
})

import type { Locator, Page } from '@playwright/test'
import { type Held, hold } from './hold'
import { paragraph } from './newsroom'
import { StoryPage } from './newsroom-desk'
import { expect, type StaffedNewsroom, test } from './newsroom-fixtures'
import { words } from './words'
import { WritingDesk } from './writing-desk'

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
    const { letGo } = await hold(page)

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
  const { letGo } = await hold(page)

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
  const { letGo } = await hold(page)

  await page.getByRole('combobox', { name: t.findName.replace('{label}', t.topics) }).fill(name)
  await page.getByRole('option').filter({ hasText: name }).click()

  await expect(page.getByText(t.addingName.replace('{name}', name))).toBeVisible()
  letGo()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect.poll(async () => (await writing.kept())?.topicIds.length).toBe(1)
  const row = await newsroom.db.topic.findFirstOrThrow({ where: { name } })
  await newsroom.db.topic.delete({ where: { id: row.id } })
})

/** Pressed twice, and once more while it says that it is busy, it sends once. */
async function pressAgainAndAgain(button: Locator, busy: Locator, { sent }: Held): Promise<void> {
  await button.dblclick()
  await expect(busy).toHaveAttribute('aria-disabled', 'true')
  await busy.click({ force: true })
  await expect.poll(() => sent.length).toBe(1)
}

test('a pen that is slow to come says so, and is taken once', async ({
  browser,
  page,
  newsroom,
}) => {
  const t = words.newsroomStory
  const { id } = await newsroom.draft({ body: [paragraph('একটি অনুচ্ছেদ।')] })
  const first = new StoryPage(await browser.newPage(), id)
  await newsroom.signIn(first.page, 'subEditor')
  await first.open()
  await first.isWritable()
  const second = new StoryPage(page, id)
  await newsroom.signIn(page, 'subEditor')
  await second.open()
  await page.getByRole('button', { name: t.takeOver, exact: true }).click()
  const held = await hold(page, /\/pen$/)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await pressAgainAndAgain(button(t.takeOverYes), button(t.takingOver), held)

  await expect(second.headline).not.toBeEditable()
  held.letGo()
  await second.isWritable()
  await expect(button(t.takingOver)).toHaveCount(0)
  expect(held.sent).toHaveLength(1)
  await first.page.close()
})

test('a preview link that is slow to be taken back says so, and is taken back once', async ({
  page,
  newsroom,
}) => {
  const t = words.newsroomPreviewLinks
  const writing = await WritingDesk.open(page, newsroom)
  await page.getByRole('button', { name: words.newsroomStory.preview }).click()
  await page.getByRole('button', { name: t.create, exact: true }).click()
  const links = page.getByRole('list', { name: t.list })
  const button = (name: string) => links.getByRole('button', { name, exact: true })
  await expect(button(t.revoke)).toBeVisible()
  const held = await hold(page, /\/links\/revoke$/)

  await pressAgainAndAgain(button(t.revoke), button(t.revoking), held)

  await expect(page.getByText(t.revoked)).toHaveCount(0)
  held.letGo()
  await expect(page.getByText(t.revoked)).toBeVisible()
  await expect(links).toHaveCount(0)
  expect(held.sent).toHaveLength(1)
  const articleId = writing.id
  const link = await newsroom.db.previewLink.findFirstOrThrow({ where: { articleId } })
  expect(link.revokedAt).not.toBeNull()
})

test('a picture’s words that are slow to be kept say so, and are kept once', async ({
  page,
  newsroom,
}) => {
  const said = words.newsroomPicture
  const t = words.newsroomEditor
  const picture = await newsroom.addPicture()
  await WritingDesk.open(page, newsroom)
  await page.getByRole('button', { name: said.choose }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: picture.caption ?? '' })
    .first()
    .click()
  await page.getByText(said.words).click()
  await page.getByLabel(said.credit).fill('করিম')
  const form = page.getByRole('form', { name: said.words })
  const button = (name: string) => form.getByRole('button', { name, exact: true })
  const held = await hold(page, /\/newsroom\/writing\/pictures$/)

  await pressAgainAndAgain(button(t.keep), button(t.keeping), held)

  held.letGo()
  await expect(form.getByText(t.kept)).toBeVisible()
  await expect(page.getByLabel(said.credit)).toHaveValue('করিম')
  expect(held.sent).toHaveLength(1)
  const kept = await newsroom.db.image.findUniqueOrThrow({ where: { id: picture.id } })
  expect(kept.credit).toBe('করিম')
})

test('a picture of the archive whose words are slow to be kept says so, and is kept once', async ({
  page,
  newsroom,
}) => {
  const t = words.newsroomMedia
  const picture = await newsroom.addPicture()
  await newsroom.signIn(page, 'subEditor')
  await page.goto(`/newsroom/media/${picture.id}`)
  await page.getByLabel(t.credit).fill('করিম')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const held = await hold(page, new RegExp(`/newsroom/media/${picture.id}$`))

  await pressAgainAndAgain(button(t.save), button(t.saving), held)

  await expect(page.getByText(t.saved)).toHaveCount(0)
  held.letGo()
  await expect(page.getByText(t.saved)).toBeVisible()
  await expect(button(t.save)).toBeVisible()
  expect(held.sent).toHaveLength(1)
})

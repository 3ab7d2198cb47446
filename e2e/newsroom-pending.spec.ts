import type { Locator, Page } from '@playwright/test'
import { type HeldRequests, holdRequests } from '@/e2e/support/hold-requests'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, type StaffedNewsroom, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { StoryPage } from '@/e2e/support/story-page'
import { words } from '@/e2e/support/words'

type SlowAction = { open: (page: Page, newsroom: StaffedNewsroom) => Promise<string>; busy: string }

const { newsroom: editor, newsroomNames: names, newsroomCategories: categories } = words

/** The button by its name, and what stands on it while its act is on its way. */
const slow: Record<string, SlowAction> = {
  'signing out': {
    open: async (page) => {
      await page.goto('/newsroom')
      return editor.signOut
    },
    busy: editor.working,
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
    busy: editor.working,
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
  test(`a slow action shows that it is in progress: ${name}`, async ({ page, newsroom }) => {
    await newsroom.signIn(page, 'admin')
    const word = await open(page, newsroom)
    const { release } = await holdRequests(page)

    await page.getByRole('button', { name: word, exact: true }).click()

    const button = page.getByRole('button', { name: busy, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    // Pressed again while it is on its way it does nothing more.
    await button.click({ force: true })
    release()
    await expect(button).toHaveCount(0)
  })
}

test('a slow move of a category is shown at once and then confirmed', async ({
  page,
  newsroom,
}) => {
  const parent = await newsroom.addCategory()
  const first = await newsroom.addCategory(parent)
  await newsroom.addCategory(parent)
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/categories')
  const row = page.getByRole('listitem').filter({ hasText: first.slug })
  const { release } = await holdRequests(page)

  await row.getByRole('button').last().click()

  await expect(page.getByText(categories.keeping)).toBeVisible()
  release()
  await expect(page.getByText(categories.keeping)).toHaveCount(0)
  await expect(page.getByText(words.newsroomDone.saved)).toBeVisible()
})

test('a slow creation of a name shows its progress', async ({ page, newsroom }) => {
  const name = newsroom.name('নতুন বিষয়')
  newsroom.adoptNames([name])
  const writing = await StoryEditorPage.open(page, newsroom)
  const t = words.newsroomEditor
  const { release } = await holdRequests(page)

  await page.getByRole('combobox', { name: t.findName.replace('{label}', t.topics) }).fill(name)
  await page.getByRole('option').filter({ hasText: name }).click()

  await expect(page.getByText(t.addingName.replace('{name}', name))).toBeVisible()
  release()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect.poll(async () => (await writing.savedContent())?.topicIds.length).toBe(1)
  const row = await newsroom.db.topic.findFirstOrThrow({ where: { name } })
  await newsroom.db.topic.delete({ where: { id: row.id } })
})

/** Pressed twice, and once more while it says that it is busy, it sends once. */
async function pressAgainAndAgain(
  button: Locator,
  busy: Locator,
  { sent }: HeldRequests,
): Promise<void> {
  await button.dblclick()
  await expect(busy).toHaveAttribute('aria-disabled', 'true')
  await busy.click({ force: true })
  await expect.poll(() => sent.length).toBe(1)
}

test('a slow takeover of the lock shows its progress, and happens once', async ({
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
  const heldRequests = await holdRequests(page, /\/lock$/)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await pressAgainAndAgain(button(t.takeOverYes), button(t.takingOver), heldRequests)

  await expect(second.headline).not.toBeEditable()
  heldRequests.release()
  await second.isWritable()
  await expect(button(t.takingOver)).toHaveCount(0)
  expect(heldRequests.sent).toHaveLength(1)
  await first.page.close()
})

test('a slow revocation of a preview link shows its progress, and happens once', async ({
  page,
  newsroom,
}) => {
  const t = words.newsroomPreviewLinks
  const writing = await StoryEditorPage.open(page, newsroom)
  await page.getByRole('tab', { name: words.newsroomStory.preview }).click()
  await page.getByRole('button', { name: t.create, exact: true }).click()
  const links = page.getByRole('list', { name: t.list })
  const button = (name: string) => links.getByRole('button', { name, exact: true })
  await expect(button(t.revoke)).toBeVisible()
  const heldRequests = await holdRequests(page, /\/links\/revoke$/)

  await pressAgainAndAgain(button(t.revoke), button(t.revoking), heldRequests)

  await expect(page.getByText(t.revoked)).toHaveCount(0)
  heldRequests.release()
  await expect(page.getByText(t.revoked)).toBeVisible()
  await expect(links).toHaveCount(0)
  expect(heldRequests.sent).toHaveLength(1)
  const articleId = writing.id
  const link = await newsroom.db.previewLink.findFirstOrThrow({ where: { articleId } })
  expect(link.revokedAt).not.toBeNull()
})

test('a picture’s words that are slow to be kept say so, and are kept once', async ({
  page,
  newsroom,
}) => {
  const pictureMessages = words.newsroomPicture
  const t = words.newsroomEditor
  const picture = await newsroom.addPicture()
  await StoryEditorPage.open(page, newsroom)
  await page.getByRole('button', { name: pictureMessages.choose }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: picture.caption ?? '' })
    .first()
    .click()
  await page.getByText(pictureMessages.words).click()
  await page.getByLabel(pictureMessages.credit).fill('করিম')
  const form = page.getByRole('form', { name: pictureMessages.words })
  const button = (name: string) => form.getByRole('button', { name, exact: true })
  const heldRequests = await holdRequests(page, /\/newsroom\/writing\/pictures$/)

  await pressAgainAndAgain(button(pictureMessages.keepInLibrary), button(t.keeping), heldRequests)

  heldRequests.release()
  await expect(form.getByText(t.kept)).toBeVisible()
  await expect(page.getByLabel(pictureMessages.credit)).toHaveValue('করিম')
  expect(heldRequests.sent).toHaveLength(1)
  const saved = await newsroom.db.image.findUniqueOrThrow({ where: { id: picture.id } })
  expect(saved.credit).toBe('করিম')
})

test('a slow save of a picture’s texts shows its progress, and happens once', async ({
  page,
  newsroom,
}) => {
  const t = words.newsroomMedia
  const picture = await newsroom.addPicture()
  await newsroom.signIn(page, 'subEditor')
  await page.goto(`/newsroom/media/${picture.id}`)
  await page.getByLabel(t.credit).fill('করিম')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const heldRequests = await holdRequests(page, new RegExp(`/newsroom/media/${picture.id}$`))

  await pressAgainAndAgain(button(t.save), button(t.saving), heldRequests)

  await expect(page.getByText(t.saved)).toHaveCount(0)
  heldRequests.release()
  await expect(page.getByText(t.saved)).toBeVisible()
  await expect(button(t.save)).toBeVisible()
  expect(heldRequests.sent).toHaveLength(1)
})

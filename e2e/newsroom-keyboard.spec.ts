import { randomBytes } from 'node:crypto'
import type { FileChooser, Page } from '@playwright/test'
import { tabTo } from '@/e2e/support/keyboard'
import { expect, type StaffedNewsroom, type TestUser, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { formatMessage, words } from '@/e2e/support/words'
import { lexemesOfPicture } from '@/lib/media/library/picture-search'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'

const media = words.newsroomMedia
const patience = { timeout: 30_000 }
test.setTimeout(90_000)

test('the archive is worked by keyboard alone: sent in, described, found again', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'subEditor')
  const alt = newsroom.name('চরে কাশফুল')
  const main = page.getByRole('main')

  await tabTo(page, page.getByRole('link', { name: words.newsroom.pictures, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/newsroom\/media/)
  await tabTo(page, main.getByRole('button', { name: media.upload, exact: true }))
  const choosers: FileChooser[] = []
  page.on('filechooser', (chooser) => choosers.push(chooser))
  // Until the page has its script the key does nothing.
  await expect(async () => {
    await page.keyboard.press('Enter')
    expect(choosers.length).toBeGreaterThan(0)
  }).toPass(patience)
  const buffer = await jpegOf(1_337, 901)
  await choosers[0]?.setFiles([{ name: 'কাশফুল.jpg', mimeType: 'image/jpeg', buffer }])
  await expect(page.getByText(media.taken, { exact: true })).toBeVisible(patience)
  const { id } = await newsroom.db.image.findFirstOrThrow({ where: { uploadedById: user.id } })

  await tabTo(page, main.locator(`li > a[href="/newsroom/media/${id}"]`).last())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/newsroom/media/${id}`)
  await tabTo(page, page.getByRole('slider', { name: media.focus }))
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, page.getByLabel(media.alt, { exact: true }))
  await page.keyboard.insertText(alt)
  await tabTo(page, page.getByRole('button', { name: media.save }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(media.saved)).toBeVisible()
  const saved = await newsroom.db.image.findUniqueOrThrow({ where: { id } })
  expect([saved.alt, saved.focalX, saved.focalY]).toEqual([alt, 0.4, 0.49])

  await page.goto('/newsroom/media')
  await tabTo(page, main.getByRole('searchbox', { name: media.search }))
  await page.keyboard.insertText(alt)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(main.locator('a[href^="/newsroom/media/"] img')).toHaveCount(1)
})

/** So many pictures of somebody, the newest last; only their rows. The oldest can be found by its caption. */
async function addPictures(newsroom: StaffedNewsroom, { id }: TestUser, count: number) {
  const pictures = await newsroom.db.image.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      hash: randomBytes(32).toString('hex'),
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 1_600,
      height: 1_000,
      alt: '',
      uploadedById: id,
      caption: newsroom.name('নৌকা'),
    })),
  })
  const [oldest] = pictures
  if (!oldest) throw new Error('no picture')
  await newsroom.db.$executeRaw`
    UPDATE "Image" SET "words" = array_to_tsvector(${lexemesOfPicture(oldest)}::text[]) WHERE "id" = ${oldest.id}`
  return pictures
}

test('a picture from further back in the archive is chosen for a story by keyboard alone', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const pictures = await addPictures(newsroom, editor.writer, 50)
  const pictureMessages = words.newsroomPicture
  const choose = page.getByRole('button', { name: pictureMessages.choose, exact: true })
  const dialog = page.getByRole('dialog')

  await tabTo(page, choose)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await expect(dialog.getByRole('listitem')).toHaveCount(48)
  await tabTo(page, dialog.getByRole('button', { name: media.older }))
  await page.keyboard.press('Enter')

  const older = dialog.getByRole('button', { name: pictures[1]?.caption ?? '' })
  await expect(older).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await editor.savedContent())?.leadImageId).toBe(pictures[1]?.id)
  const change = page.getByRole('button', { name: pictureMessages.change, exact: true })
  await tabTo(page, change)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(pictures[0]?.caption ?? '')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  // A search field's first Escape takes its words away.
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('searchbox')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(change).toBeFocused()
})

/** What was lifted hears keys in a task after it was told of: sooner than any hand, not sooner than a script. */
const nextFrame = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

test('categories change places with the handle and the keys, and each step is announced', async ({
  page,
  newsroom,
}) => {
  const parent = await newsroom.addCategory()
  const [first, second, third] = [
    await newsroom.addCategory(parent),
    await newsroom.addCategory(parent),
    await newsroom.addCategory(parent),
  ]
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/categories')
  const t = words.newsroomCategories
  const part = page.getByRole('region', { name: formatMessage(t.under, { name: parent.name }) })
  const announcer = page.locator('[id^="DndLiveRegion"]')
  const handle = part.getByRole('button', {
    name: formatMessage(t.move, { name: first.name }),
    exact: true,
  })

  // Hundreds of other categories may stand before it: the keyboard begins at the handle.
  await handle.focus()
  await page.keyboard.press('Space')
  await expect(
    announcer.filter({ hasText: formatMessage(t.lifted, { name: first.name }) }),
  ).toHaveCount(1)
  await nextFrame(page)
  await page.keyboard.press('ArrowDown')
  const over = formatMessage(t.over, { name: first.name, other: second.name })
  await expect(announcer.filter({ hasText: over })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  const further = formatMessage(t.over, { name: first.name, other: third.name })
  await expect(announcer.filter({ hasText: further })).toHaveCount(1)
  await page.keyboard.press('Space')

  const order = () =>
    newsroom.db.category.findMany({
      where: { parentId: parent.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
  const slugs = async () => (await order()).map(({ slug }) => slug)
  await expect.poll(slugs).toEqual([second.slug, third.slug, first.slug])
  await expect(part.getByRole('listitem').last()).toContainText(first.name)
  await expect(handle).toBeFocused()
  await page.keyboard.press('Space')
  await expect(
    announcer.filter({ hasText: formatMessage(t.lifted, { name: first.name }) }),
  ).toHaveCount(1)
  await nextFrame(page)
  await page.keyboard.press('ArrowUp')
  await expect(announcer.filter({ hasText: further })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(
    announcer.filter({ hasText: formatMessage(t.letGo, { name: first.name }) }),
  ).toHaveCount(1)
  expect(await slugs()).toEqual([second.slug, third.slug, first.slug])
})

import type { JSHandle, Page } from '@playwright/test'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { words } from '@/e2e/support/words'
import type { Body } from '@/lib/content-model/body'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'

/** Files as a hand carries them over the page. */
function carry(page: Page, files: { name: string; type: string; bytes: Buffer }[]) {
  const encoded = files.map(({ bytes, ...file }) => ({ ...file, data: bytes.toString('base64') }))
  return page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, type, data } of given) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }, encoded)
}

/** Lets go over the lower edge of a block of the body. */
async function dropOn(editor: StoryEditorPage, block: number, dataTransfer: JSHandle) {
  const target = editor.body.locator(':scope > *').nth(block)
  const box = await target.boundingBox()
  if (!box) throw new Error('the block is not to be seen')
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
  await target.dispatchEvent('dragover', { dataTransfer, ...at })
  await target.dispatchEvent('drop', { dataTransfer, ...at })
}

const jpeg = async (name: string, width: number, height: number) => ({
  name,
  type: 'image/jpeg',
  bytes: await jpegOf(width, height),
})

test('a block is carried by its grip to where it is let go', async ({ page, newsroom }) => {
  const three: Body = ['এক', 'দুই', 'তিন'].map(paragraph)
  const editor = await StoryEditorPage.open(page, newsroom, three)
  const last = editor.body.locator('p').nth(2)
  await last.hover()
  const grip = page.locator('.block-grip')
  await expect(grip).toBeVisible()

  const first = await editor.body.locator('p').first().boundingBox()
  const gripBox = await grip.boundingBox()
  if (!first || !gripBox) throw new Error('nothing to carry')
  await page.mouse.move(gripBox.x + gripBox.width / 2, gripBox.y + gripBox.height / 2)
  await page.mouse.down()
  // Before the first letter: what is let go there comes to stand above.
  await page.mouse.move(first.x + 40, first.y + 20, { steps: 8 })
  await page.mouse.move(first.x + 1, first.y + 4, { steps: 4 })
  await page.mouse.up()

  await editor.expectBody(['তিন', 'এক', 'দুই'].map(paragraph))
  await editor.body.press('ControlOrMeta+Z')
  await editor.expectBody(three)
})

test('pictures dropped into the text stand where they were dropped, in their order', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, ['আগে', 'পরে'].map(paragraph))
  const files = await carry(page, [
    await jpeg('এক.jpg', 1_011, 640),
    await jpeg('দুই.jpg', 1_012, 640),
  ])

  await dropOn(editor, 0, files)

  await expect(editor.body.locator('figure img')).toHaveCount(2, { timeout: 30_000 })
  await expect
    .poll(async () => (await editor.savedContent())?.body.map(({ kind }) => kind))
    .toEqual(['paragraph', 'image', 'image', 'paragraph'])
  const body = (await editor.savedContent())?.body ?? []
  const ids = body.flatMap((block) => (block.kind === 'image' ? [block.imageId] : []))
  const rows = await newsroom.db.image.findMany({ where: { id: { in: ids } } })
  expect(ids.map((id) => rows.find((row) => row.id === id)?.width)).toEqual([1_011, 1_012])
})

test('a dropped file that is no picture is refused with its reason, and the text stays', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('আগে')])
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  const files = await carry(page, [{ name: 'ছবি.jpg', type: 'image/jpeg', bytes: script }])

  await dropOn(editor, 0, files)

  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible({ timeout: 30_000 })
  await expect(editor.body.locator('figure')).toHaveCount(0)
  await expect(editor.body).toHaveText('আগে')
})

test('a picture dropped on the place of the lead picture leads the story', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const files = await carry(page, [await jpeg('প্রধান.jpg', 1_013, 640)])
  const place = page.getByText(words.newsroomPicture.drop)

  await place.dispatchEvent('dragover', { dataTransfer: files })
  await place.dispatchEvent('drop', { dataTransfer: files })

  await expect
    .poll(async () => (await editor.savedContent())?.leadImageId ?? null, { timeout: 30_000 })
    .not.toBeNull()
  const id = (await editor.savedContent())?.leadImageId ?? 0
  expect((await newsroom.db.image.findUnique({ where: { id } }))?.width).toBe(1_013)
})

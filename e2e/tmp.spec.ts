import { expect, test } from './fixtures'
import { words } from './words'
test('smoke', async ({ page, newsroom }) => {
  const story = await newsroom.publish({ leadImage: await newsroom.addPicture() })
  await page.goto(story.path)
  await expect(page.getByRole('heading', { level: 1, name: story.headline })).toBeVisible()
  await expect(page.getByRole('heading', { name: words.article.readMore })).toBeVisible()
})

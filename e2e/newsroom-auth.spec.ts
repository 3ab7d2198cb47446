import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

test('who signs in is led to where they wanted to go, and out again', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.addUser('reporter')
  await page.goto('/newsroom/nowhere?at=1')
  await expect(page).toHaveURL(/\/newsroom\/sign-in\?to=/)

  await page.getByLabel(words.newsroomAuth.email).fill(user.email.toUpperCase())
  await page.getByLabel(words.newsroomAuth.password).fill(user.password)
  await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
  await expect(page).toHaveURL('/newsroom/nowhere?at=1')
  await expect(page.getByRole('heading', { name: words.newsroom.missingTitle })).toBeVisible()
  await page.getByRole('button', { name: words.newsroom.signOut }).click()

  await expect(page).toHaveURL('/newsroom/sign-in')
  expect((await page.request.get('/newsroom', { maxRedirects: 0 })).status()).toBe(307)
})

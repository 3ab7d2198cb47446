import { expect, test } from './newsroom-fixtures'
import { words } from './words'

test('who signs in is led to where they wanted to go, and out again', async ({
  page,
  newsroom,
}) => {
  const person = await newsroom.addPerson('reporter')
  await page.goto('/newsroom/nowhere?at=1')
  await expect(page).toHaveURL(/\/newsroom\/sign-in\?to=/)

  await page.getByLabel(words.newsroomAuth.email).fill(person.email.toUpperCase())
  await page.getByLabel(words.newsroomAuth.password).fill(person.password)
  await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
  await expect(page).toHaveURL('/newsroom/nowhere?at=1')
  await expect(page.getByRole('heading', { name: words.newsroom.missingTitle })).toBeVisible()
  await page.getByRole('button', { name: words.newsroom.signOut }).click()

  await expect(page).toHaveURL('/newsroom/sign-in')
  expect((await page.request.get('/newsroom', { maxRedirects: 0 })).status()).toBe(307)
})

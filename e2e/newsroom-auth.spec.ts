import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

test('signing in leads to the requested page, and signing out ends the session', async ({
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

for (const [former, path] of [
  ['/newsroom/people', '/newsroom/users'],
  ['/newsroom/people/7', '/newsroom/users/7'],
  ['/newsroom/stories/7/pen', '/newsroom/stories/7/lock'],
] as const)
  test(`an earlier address of the newsroom, ${former}, redirects to the one of today`, async ({
    request,
  }) => {
    const response = await request.get(former, { maxRedirects: 0 })

    expect(response.status()).toBe(308)
    expect(response.headers().location).toBe(path)
  })

test('a page that was opened before an upgrade is loaded anew with what was typed', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.addUser('reporter')
  await page.goto('/newsroom/sign-in?to=%2Fnewsroom%2Faccount')
  await page.getByLabel(words.newsroomAuth.email).fill(user.email)
  await page.getByLabel(words.newsroomAuth.password).fill(user.password)
  await page.route('**/newsroom/sign-in*', async (route) => {
    const headers = { ...route.request().headers(), 'next-action': '0'.repeat(42) }
    await route.continue(route.request().method() === 'POST' ? { headers } : {})
  })

  await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
  await expect(page.getByRole('heading', { name: words.newsroom.oldPageTitle })).toBeVisible()
  await page.unroute('**/newsroom/sign-in*')
  await page.getByRole('button', { name: words.newsroom.reload }).click()

  await expect(page.getByLabel(words.newsroomAuth.email)).toHaveValue(user.email)
  await page.getByLabel(words.newsroomAuth.password).fill(user.password)
  await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
  await expect(page).toHaveURL('/newsroom/account')
})

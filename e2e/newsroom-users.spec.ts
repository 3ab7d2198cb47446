import { linkIn, openMailbox } from '@/e2e/support/mailbox'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'
import { hashToken, linkPath, newToken } from '@/lib/users/one-time-link'

const { newsroomAuth: auth, newsroomUsers: users, newsroomLink: links } = words
const password = 'নদীর ধারে কাশবন'

test('the terminal’s link makes the first admin, once', async ({ page, newsroom }) => {
  const token = newToken()
  await newsroom.db.oneTimeLink.create({
    data: { hash: hashToken(token), purpose: 'admin', expiresAt: new Date(Date.now() + 60_000) },
  })
  const email = `${token.slice(0, 8).toLowerCase()}@example.com`

  await page.goto(linkPath(token))
  await page.getByLabel(auth.name).fill('প্রথম প্রশাসক')
  await page.getByLabel(auth.email).fill(email)
  await page.getByLabel(auth.password, { exact: true }).fill(password)
  await page.getByLabel(auth.passwordAgain).fill('অন্য কিছু লিখলাম')
  await page.getByRole('button', { name: auth.comeIn }).click()

  await expect(
    page.getByRole('alert').filter({ hasText: words.refusals.passwordsDiffer }),
  ).toBeVisible()
  await expect(page.getByLabel(auth.email)).toHaveValue(email)

  await page.getByLabel(auth.password, { exact: true }).fill(password)
  await page.getByLabel(auth.passwordAgain).fill(password)
  await page.getByRole('button', { name: auth.comeIn }).click()

  await expect(page).toHaveURL('/newsroom')
  newsroom.adoptUser(await newsroom.db.user.findUniqueOrThrow({ where: { email } }))
  await expect(page.getByRole('link', { name: words.newsroom.users })).toBeVisible()
  const again = await page.goto(linkPath(token))
  expect(again?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: auth.linkGoneTitle })).toBeVisible()
})

test('an invited user gets an e-mail, chooses a password, and is signed in', async ({
  page,
  newsroom,
  browser,
}) => {
  await using mailbox = await openMailbox()
  const admin = await newsroom.signIn(page, 'admin')
  const email = `guest-${admin.id}@example.com`
  await page.getByRole('link', { name: words.newsroom.users }).click()
  await page.getByText(users.invite).first().click()
  await page.getByRole('textbox', { name: auth.name, exact: true }).fill('নতুন সহসম্পাদক')
  await page.getByRole('textbox', { name: auth.email, exact: true }).fill(email)
  await page.getByRole('combobox', { name: users.role }).selectOption('subEditor')
  await page.getByRole('button', { name: users.invite }).click()

  await expect(page.getByText(formatMessage(links.mailed, { email }))).toBeVisible()
  newsroom.adoptUser(await newsroom.db.user.findUniqueOrThrow({ where: { email } }))
  expect(mailbox.emails).toMatchObject([{ to: [email] }])

  const elsewhere = await browser.newPage({ baseURL: process.env.BASE_URL })
  await elsewhere.goto(linkIn(mailbox.emails[0]?.text ?? ''))
  await elsewhere.getByLabel(auth.password, { exact: true }).fill(password)
  await elsewhere.getByLabel(auth.passwordAgain).fill(password)
  await elsewhere.getByRole('button', { name: auth.comeIn }).click()
  await expect(elsewhere).toHaveURL(/\/newsroom$/)
  await expect(elsewhere.getByRole('link', { name: words.newsroom.users })).toHaveCount(0)
  expect((await elsewhere.goto('/newsroom/users'))?.status()).toBe(403)
  await elsewhere.close()
})

test('when no letter can be sent, the link is shown once to hand over', async ({
  page,
  newsroom,
}) => {
  await newsroom.signIn(page, 'admin')
  const user = await newsroom.addUser('reporter')
  await page.goto(`/newsroom/users/${user.id}`)

  await page.locator('summary').getByText(users.resetLink).click()
  await page.getByRole('button', { name: users.resetLink }).click()

  await expect(page.getByLabel(links.link)).toHaveValue(/\/newsroom\/link\/[\w-]{43}$/)
  await page.reload()
  await expect(page.getByLabel(links.link)).toHaveCount(0)
})

test('a blocked user gets the reason, and is signed out at once', async ({
  page,
  newsroom,
  browser,
}) => {
  await newsroom.signIn(page, 'admin')
  const elsewhere = await browser.newPage({ baseURL: process.env.BASE_URL })
  const user = await newsroom.signIn(elsewhere, 'reporter')
  await newsroom.draftOf(user)
  await page.goto(`/newsroom/users/${user.id}`)

  await page.locator('summary').getByText(users.block).click()
  await expect(
    page.getByText(formatMessage(users.blockTouches, { sessions: '১', stories: '১', drafts: '১' })),
  ).toBeVisible()
  await page.getByRole('button', { name: users.block }).click()

  await expect(page.getByRole('button', { name: users.unblock })).toBeVisible()
  await elsewhere.goto('/newsroom')
  await expect(elsewhere).toHaveURL(/sign-in/)
  await elsewhere.getByLabel(auth.email).fill(user.email)
  await elsewhere.getByLabel(auth.password).fill(user.password)
  await elsewhere.getByRole('button', { name: auth.enter }).click()
  await expect(
    elsewhere.getByRole('alert').filter({ hasText: words.refusals.blocked }),
  ).toBeVisible()
  await elsewhere.close()
})

test('the last admin cannot be demoted, and the page gives the reason', async ({
  page,
  newsroom,
}) => {
  const admin = await newsroom.signIn(page, 'admin')
  await page.goto(`/newsroom/users/${admin.id}`)

  await page.getByRole('combobox', { name: users.role }).selectOption('editor')
  await page.getByRole('button', { name: users.changeRole }).click()

  await expect(page.getByRole('alert').filter({ hasText: words.refusals.lastAdmin })).toBeVisible()
  await expect(page.getByRole('combobox', { name: users.role })).toHaveValue('editor')
})

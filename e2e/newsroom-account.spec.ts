import type { Page } from '@playwright/test'
import * as OTPAuth from 'otpauth'
import { linkIn, openMailbox } from '@/e2e/support/mailbox'
import { expect, type TestUser, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'

const { newsroomAuth: auth, newsroomAccount: account, newsroomTwoStep: twoStep } = words
const password = 'শরতের সাদা মেঘ'

const codeOf = (secret: string) => new OTPAuth.TOTP({ secret }).generate()
/** The code of the next half minute, which is accepted already: the present one may be used. */
const nextCodeOf = (secret: string) =>
  new OTPAuth.TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 })

async function typeSignIn(page: Page, { email, password }: Pick<TestUser, 'email' | 'password'>) {
  await page.goto('/newsroom/sign-in')
  await page.getByLabel(auth.email).fill(email)
  await page.getByLabel(auth.password).fill(password)
  await page.getByRole('button', { name: auth.enter }).click()
}

/** Sets two steps up as somebody does with a phone; answers what the phone was given. */
async function setUpTwoStep(page: Page, user: TestUser) {
  await page.goto('/newsroom/account/two-step')
  await page.getByLabel(twoStep.currentPassword).fill(user.password)
  await page.getByRole('button', { name: twoStep.begin }).click()
  await expect(page.getByAltText(twoStep.qr)).toBeVisible()
  const [secret = '', ...recovery] = await page.locator('code').allInnerTexts()
  await page.getByLabel(twoStep.code).fill(codeOf(secret))
  await page.getByRole('button', { name: twoStep.turnOn }).click()
  await expect(page).toHaveURL('/newsroom/account')
  return { secret, recovery }
}

test('two steps: after the password only the phone’s code signs in', async ({ page, newsroom }) => {
  const user = await newsroom.signIn(page, 'editor')
  const { secret } = await setUpTwoStep(page, user)
  await page.context().clearCookies()

  await typeSignIn(page, user)
  await expect(page).toHaveURL('/newsroom/code')
  await page.getByLabel(auth.phoneCode).fill('০০০০০০')
  await page.getByRole('button', { name: auth.enter }).click()
  await expect(page.getByRole('alert').filter({ hasText: words.refusals.wrongCode })).toBeVisible()
  await page.getByLabel(auth.phoneCode).fill(toBengaliDigits(nextCodeOf(secret)))
  await page.getByRole('button', { name: auth.enter }).click()

  await expect(page).toHaveURL('/newsroom')
})

test('two steps: a recovery code signs in once when the phone is lost', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'editor')
  const { recovery } = await setUpTwoStep(page, user)
  const give = async () => {
    await page.context().clearCookies()
    await typeSignIn(page, user)
    await page.getByRole('link', { name: auth.useRecovery }).click()
    await page.getByLabel(auth.recoveryCode).fill(recovery[0] ?? '')
    await page.getByRole('button', { name: auth.enter }).click()
  }

  await give()
  await expect(page).toHaveURL('/newsroom')
  await give()

  await expect(page.getByRole('alert').filter({ hasText: words.refusals.wrongCode })).toBeVisible()
})

test('the paper’s rule reminds an editor until its day, and locks nobody out before', async ({
  page,
  newsroom,
}) => {
  const admin = await newsroom.addUser('admin')
  await newsroom.changeSettings({ twoStep: 'nobody' })
  await newsroom.signInAs(page, admin)
  await page.goto('/newsroom/settings')
  const settings = words.newsroomSettings
  await page.getByLabel(settings.twoStepFor).selectOption('editors')
  const day = page.getByLabel(settings.twoStepFrom)
  const form = page.locator('form').filter({ has: day })
  const proposed = await day.inputValue()
  await day.fill('কোনো একদিন')
  await form.getByRole('button', { name: settings.save }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await day.fill(proposed)

  await form.getByRole('button', { name: settings.save }).click()

  await expect(page.getByText(words.newsroomDone.saved)).toBeVisible()
  await page.goto('/newsroom')
  const reminder = page.getByRole('status').filter({ hasText: proposed })
  await reminder.getByRole('link', { name: account.setUpTwoStep }).click()
  await expect(page).toHaveURL('/newsroom/account/two-step')
})

test('the paper’s rule lets an editor do nothing before two steps are set up', async ({
  page,
  newsroom,
}) => {
  await newsroom.changeSettings({ twoStep: 'editors' })
  const user = await newsroom.addUser('editor')
  await typeSignIn(page, user)
  await expect(page).toHaveURL('/newsroom/account/two-step')
  await expect(page.getByText(twoStep.mustSetUp)).toBeVisible()

  await setUpTwoStep(page, user)

  await page.goto('/newsroom')
  await expect(page).toHaveURL('/newsroom')
  await page.goto('/newsroom/account/two-step')
  await page.locator('summary').getByText(twoStep.turnOff).click()
  await page.getByLabel(twoStep.currentPassword).last().fill(user.password)
  await page.getByRole('button', { name: twoStep.turnOff }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: words.refusals.twoStepAsked }),
  ).toBeVisible()
})

test('a new password ends every session but this one', async ({ page, newsroom, browser }) => {
  const user = await newsroom.signIn(page, 'reporter')
  const elsewhere = await browser.newPage({ baseURL: process.env.BASE_URL })
  await newsroom.signInAs(elsewhere, user)

  await page.goto('/newsroom/account')
  await page.locator('summary').getByText(account.changePassword).click()
  await page.getByLabel(account.currentPassword).fill('ভুল পাসওয়ার্ড')
  await page.getByRole('textbox', { name: auth.password, exact: true }).fill(password)
  await page.getByLabel(auth.passwordAgain).fill(password)
  await page.getByRole('button', { name: account.changePassword }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: words.refusals.wrongOwnPassword }),
  ).toBeVisible()
  await page.getByLabel(account.currentPassword).fill(user.password)
  await page.getByRole('textbox', { name: auth.password, exact: true }).fill(password)
  await page.getByLabel(auth.passwordAgain).fill(password)
  await page.getByRole('button', { name: account.changePassword }).click()
  await expect(page.getByText(words.newsroomDone.passwordChanged)).toBeVisible()

  await elsewhere.goto('/newsroom')
  await expect(elsewhere).toHaveURL('/newsroom/sign-in')
  await page.goto('/newsroom')
  await expect(page).toHaveURL('/newsroom')
  await elsewhere.close()
})

test('signed out everywhere is out everywhere', async ({ page, newsroom, browser }) => {
  const user = await newsroom.signIn(page, 'reporter')
  const elsewhere = await browser.newPage({ baseURL: process.env.BASE_URL })
  await newsroom.signInAs(elsewhere, user)

  await page.goto('/newsroom/account')
  await page.locator('summary').getByText(account.endSessions).click()
  await page.getByRole('button', { name: account.endSessions }).click()

  await expect(page).toHaveURL('/newsroom/sign-in')
  await elsewhere.goto('/newsroom')
  await expect(elsewhere).toHaveURL('/newsroom/sign-in')
  await elsewhere.close()
})

test('a user who forgot the password gets an e-mail, and an unknown address gets the same response', async ({
  page,
  newsroom,
}) => {
  await using mailbox = await openMailbox()
  const user = await newsroom.addUser('reporter')
  const ask = async (email: string) => {
    await page.goto('/newsroom/reset')
    await page.getByLabel(auth.email).fill(email)
    await page.getByRole('button', { name: auth.sendLink }).click()
    await expect(page.getByText(words.newsroomDone.resetAsked)).toBeVisible()
  }

  await ask(`nobody-${user.id}@example.com`)
  await ask(user.email)
  await expect.poll(() => mailbox.emails.map(({ to }) => to)).toEqual([[user.email]])
  await page.goto(linkIn(mailbox.emails[0]?.text ?? ''))
  await page.getByRole('textbox', { name: auth.password, exact: true }).fill(password)
  await page.getByLabel(auth.passwordAgain).fill(password)
  await page.getByRole('button', { name: auth.comeIn }).click()

  await expect(page).toHaveURL('/newsroom')
})

test('letters are asked for three times in an hour, and no more', async ({ page, newsroom }) => {
  const user = await newsroom.addUser('reporter')
  await page.goto('/newsroom/reset')

  for (const _ of [1, 2, 3]) {
    await page.getByLabel(auth.email).fill(user.email)
    await page.getByRole('button', { name: auth.sendLink }).click()
    await expect(page.getByText(words.newsroomDone.resetAsked)).toBeVisible()
    await page.reload()
  }
  await page.getByLabel(auth.email).fill(user.email)
  await page.getByRole('button', { name: auth.sendLink }).click()

  await expect(
    page.getByRole('alert').filter({ hasText: words.refusals.tooManyTries }),
  ).toBeVisible()
  await expect(page.getByLabel(auth.email)).toHaveValue(user.email)
})

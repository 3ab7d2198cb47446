import { sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'

const { newsroomSettings: settings, newsroomCategories: categories, newsroomDone: done } = words

test('the paper’s own words are put right on readers’ pages', async ({ page, newsroom }) => {
  const paper = await newsroom.db.paper.findFirstOrThrow()
  const tagline = newsroom.name('নতুন স্লোগান')
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/settings')

  await page.getByLabel(settings.hijri).fill('১৪৪৭-৩ = আট')
  await page.getByLabel(settings.tagline).fill(tagline)
  await page.getByRole('button', { name: settings.save }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: words.refusals.invalid })).toBeVisible()
  await expect(page.getByLabel(settings.tagline)).toHaveValue(tagline)
  await page.getByLabel(settings.hijri).fill('')
  await page.getByRole('button', { name: settings.save }).first().click()
  await expect(page.getByText(done.saved)).toBeVisible()

  expect((await newsroom.db.paper.findFirstOrThrow()).tagline).toBe(tagline)
  await expect.poll(async () => (await sendRequest('/')).words).toContain(tagline)
  const { tagline: before, hijriOffsets } = paper
  await newsroom.db.paper.updateMany({
    data: { tagline: before, hijriOffsets: hijriOffsets ?? {} },
  })
  await newsroom.invalidate(['paper'])
})

test('items that block publication are decided line by line', async ({ page, newsroom }) => {
  await newsroom.changeSettings({})
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/settings')

  await page.getByLabel(settings.check_noByline).selectOption('block')
  await page.getByRole('button', { name: settings.save }).last().click()
  await expect(page.getByText(done.saved)).toBeVisible()
  await page.reload()

  await expect(page.getByLabel(settings.check_noByline)).toHaveValue('block')
  await expect(page.getByLabel(settings.check_noStandfirst)).toHaveValue('warn')
})

test('categories are put in order by the keyboard alone', async ({ page, newsroom }) => {
  const parent = await newsroom.addCategory()
  const [first, second] = [await newsroom.addCategory(parent), await newsroom.addCategory(parent)]
  await newsroom.db.category.update({ where: { id: second.id }, data: { position: 1_001 } })
  await newsroom.signIn(page, 'admin')
  await page.goto('/newsroom/categories')
  const list = page.getByRole('region', {
    name: formatMessage(categories.under, { name: parent.name }),
  })
  const inOrder = async () =>
    (
      await newsroom.db.category.findMany({
        where: { parentId: parent.id },
        orderBy: { position: 'asc' },
      })
    ).map(({ id }) => id)

  await list
    .getByRole('button', { name: formatMessage(categories.down, { name: first.name }) })
    .focus()
  await page.keyboard.press('Enter')
  await expect.poll(inOrder).toEqual([second.id, first.id])
  await expect(list.getByText(done.saved)).toBeVisible()
  await expect(list.getByRole('link').first()).toContainText(second.name)
  // Who moves by keys goes on where they are.
  await expect(
    list.getByRole('button', { name: formatMessage(categories.down, { name: first.name }) }),
  ).toBeFocused()
})

test('a category is renamed and merged after its consequences are shown', async ({
  page,
  newsroom,
}) => {
  const [from, into] = [await newsroom.addCategory(), await newsroom.addCategory()]
  const story = await newsroom.publish({ category: from })
  await newsroom.signIn(page, 'admin')
  await page.goto(`/newsroom/categories/${from.slug}`)

  await page.getByRole('textbox', { name: categories.slug }).fill(into.slug)
  await page.getByRole('button', { name: categories.save }).click()
  await expect(page.getByRole('alert').filter({ hasText: words.refusals.slugTaken })).toBeVisible()
  await page.getByRole('combobox', { name: categories.parent }).selectOption(into.slug)
  await page.getByRole('button', { name: categories.reparentNow }).click()
  await expect(page.getByText(words.newsroomDone.saved)).toBeVisible()
  const { parentId } = await newsroom.db.category.findUniqueOrThrow({ where: { id: from.id } })
  expect(parentId).toBe(into.id)
  await page.locator('summary').getByText(categories.mergeThis).click()
  await expect(
    page.getByText(
      formatMessage(categories.mergeTouches, { name: from.name, count: '১', below: '০' }),
    ),
  ).toBeVisible()
  await page.getByRole('combobox', { name: categories.mergeInto }).selectOption(into.slug)
  await page.getByRole('button', { name: categories.mergeThis }).click()

  await expect(page).toHaveURL(`/newsroom/categories/${into.slug}`)
  await expect
    .poll(async () => (await sendRequest(`/${into.slug}`)).text)
    .toContain(`/${into.slug}/${story.id}`)
  expect((await sendRequest(`/${from.slug}`)).headers.location).toBe(`/${into.slug}`)
  newsroom.forgetCategory(from)
  await newsroom.db.redirect.deleteMany({ where: { fromPath: `/${from.slug}` } })
})

import { randomUUID } from 'node:crypto'
import { sendRequest } from '@/e2e/support/http-client'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { formatMessage, words } from '@/e2e/support/words'

const { newsroomNames: names, newsroomDone: done } = words

test('a name put right is right for readers, and its old address leads to the new one', async ({
  page,
  newsroom,
}) => {
  const author = await newsroom.addContributor()
  const story = await newsroom.publish({ bylines: [author] })
  expect((await sendRequest(story.path)).words).toContain(author.name)
  await newsroom.signIn(page, 'editor')
  const [name, slug] = [newsroom.name('নতুন নাম'), `${author.slug}-new`]

  await page.goto('/newsroom/contributors')
  await page.getByRole('searchbox').fill(author.name)
  await page.getByRole('button', { name: words.newsroomAct.find }).click()
  await page.getByRole('link', { name: author.name }).click()
  await page.getByRole('textbox', { name: names.name, exact: true }).fill(name)
  await page.getByRole('textbox', { name: names.slug }).fill(slug)
  await page.getByRole('button', { name: names.save }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect.poll(async () => (await sendRequest(story.path)).words).toContain(name)
  const moved = await sendRequest(`/author/${author.slug}`)
  expect([moved.status, moved.headers.location]).toEqual([301, `/author/${slug}`])
  await newsroom.db.redirect.deleteMany({ where: { fromPath: `/author/${author.slug}` } })
})

test('a merge of two topics shows its consequences first, and keeps all the stories', async ({
  page,
  newsroom,
}) => {
  const [from, into] = [await newsroom.addTopic(), await newsroom.addTopic()]
  const story = await newsroom.publish({ topics: [from] })
  await newsroom.signIn(page, 'editor')

  await page.goto(`/newsroom/topics/${from.id}`)
  await page.locator('summary').getByText(names.mergeThis).click()
  await page.getByLabel(names.mergeInto).fill('এমন নাম নেই')
  await page.keyboard.press('Enter')
  await expect(page.getByText(names.none)).toBeVisible()
  await page.getByLabel(names.mergeInto).fill(into.name)
  await page.keyboard.press('Enter')
  await page.getByRole('main').getByRole('link', { name: into.name }).click()
  const both = { name: from.name, into: into.name }
  await expect(page.getByText(formatMessage(names.mergeQuestion, both))).toBeVisible()
  await expect(
    page.getByText(formatMessage(names.mergeTouches, { ...both, count: '১' })),
  ).toBeVisible()
  await page.getByRole('button', { name: names.mergeYes }).click()

  await expect(page).toHaveURL(`/newsroom/topics/${into.id}`)
  await expect
    .poll(async () => (await sendRequest(`/topic/${into.slug}`)).text)
    .toContain(story.path)
  expect((await sendRequest(`/topic/${from.slug}`)).status).toBe(301)
  await newsroom.db.redirect.deleteMany({ where: { fromPath: `/topic/${from.slug}` } })
})

test('a name that is there is not added twice, and a reporter keeps no names', async ({
  page,
  newsroom,
}) => {
  const source = await newsroom.addSource()
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom/sources')
  await page.locator('summary').getByText(names.add_sources).click()
  await page.getByRole('textbox', { name: names.name, exact: true }).fill(source.name)
  await page.getByRole('button', { name: names.add, exact: true }).click()
  await expect(page).toHaveURL(`/newsroom/sources/${source.id}`)
  await page.getByLabel(names.url).fill('https://bss.example/খবর')
  await page.getByRole('button', { name: names.save }).click()
  await expect(page.getByText(done.saved)).toBeVisible()

  await page.context().clearCookies()
  await newsroom.signIn(page, 'reporter')
  expect((await page.goto(`/newsroom/sources/${source.id}`))?.status()).toBe(403)
})

test('a long list of names is read to its end', async ({ page, newsroom }) => {
  const mark = newsroom.name('ঝুমুর')
  const all = Array.from({ length: 130 }, () => newsroom.name(mark))
  newsroom.adoptNames(all)
  await newsroom.db.source.createMany({
    data: all.map((name, index) => ({ name, slug: `e2e-${randomUUID()}-${index}` })),
  })
  await newsroom.signIn(page, 'editor')
  const shown = () =>
    page.getByRole('main').locator('a[href^="/newsroom/sources/"]').allTextContents()

  await page.goto(`/newsroom/sources?q=${encodeURIComponent(mark)}`)
  const first = await shown()
  await page.getByRole('link', { name: names.more }).click()
  await expect(page).toHaveURL(/after=\d+/)
  await expect(page.getByRole('link', { name: names.more })).toHaveCount(0)
  const rest = await shown()

  expect([first.length, rest.length]).toEqual([100, 30])
  expect(new Set([...first, ...rest])).toEqual(new Set(all))
  await page.getByRole('link', { name: names.first }).click()
  await expect.poll(shown).toEqual(first)
})

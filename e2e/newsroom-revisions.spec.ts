import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryPage, savedText } from '@/e2e/support/story-page'
import { formatMessage, words } from '@/e2e/support/words'
import { storyPath } from '@/lib/newsroom/draft/working-copy'

const t = words.newsroomTrail
const story = words.newsroomStory

const openRevisions = (page: Page) =>
  page
    .getByRole('tablist', { name: story.tools })
    .getByRole('tab', { name: story.revisions, exact: true })
    .click()

test('revisions are kept with a reason, compared word by word, and brought back', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'reporter')
  const { id } = await newsroom.draftOf(user, { headline: 'র‍্যাব আসছে' })
  const open = new StoryPage(page, id)
  const keep = async (headline: string, why: string) => {
    await open.headline.fill(headline)
    await open.isSaved()
    await page.getByLabel(story.keepRevisionWhy).fill(why)
    await page.getByRole('button', { name: story.keepRevision }).click()
    await expect(page.getByText(`(${why})`)).toBeVisible()
  }
  await open.open()
  await open.isWritable()
  await openRevisions(page)
  await keep('স্ত্রী ও ক্ষমতা', 'প্রথম রূপ')
  await keep('স্ত্রীর ক্ষমতা', 'বানান')
  await page.getByRole('link', { name: story.allRevisions }).click()

  await expect(
    page.getByRole('heading', { name: formatMessage(t.comparing, { from: '১', to: '২' }) }),
  ).toBeVisible()
  await expect(page.locator('del')).toHaveText([/স্ত্রী ও/])
  await expect(page.locator('ins')).toHaveText([/স্ত্রীর/])
  await expect(page.getByText(words.newsroomTrail.commands.editStory)).toHaveCount(2)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: formatMessage(t.number, { number: '১' }) }).click()
  await page.getByRole('button', { name: formatMessage(t.restore, { number: '১' }) }).click()

  await page.waitForURL(`**${storyPath(id)}?restored=1`)
  await expect(page.getByText(formatMessage(t.restored, { number: '১' }))).toBeVisible()
  await open.isWritable()
  await expect(open.headline).toHaveValue('স্ত্রী ও ক্ষমতা')
  expect(await savedText(newsroom, id)).toMatchObject({ headline: 'স্ত্রী ও ক্ষমতা' })
  expect(await newsroom.db.revision.count({ where: { articleId: id } })).toBe(2)
})

test('text that was typed over and left comes back from the revisions', async ({
  page,
  newsroom,
}) => {
  const user = await newsroom.signIn(page, 'reporter')
  const { id } = await newsroom.draftOf(user)
  const open = new StoryPage(page, id)
  const paragraphs = ['প্রথম অনুচ্ছেদের লেখা।', 'দ্বিতীয় অনুচ্ছেদের লেখা।', 'তৃতীয় অনুচ্ছেদের লেখা।']
  await open.open()
  await open.isWritable()
  await open.body.click()
  for (const paragraph of paragraphs) {
    await page.keyboard.insertText(paragraph)
    await page.keyboard.press('Enter')
  }
  await expect
    .poll(async () => (await savedText(newsroom, id)).paragraphs.join('\n'))
    .toContain(paragraphs.join('\n'))

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('ক')
  await expect.poll(async () => (await savedText(newsroom, id)).paragraphs).toEqual(['ক'])
  await page.goto('/newsroom')
  await page.goto(`${storyPath(id)}/revisions`)
  await page.getByRole('link', { name: t.reasons.written }).click()
  await page.getByRole('button', { name: formatMessage(t.restore, { number: '১' }) }).click()

  await page.waitForURL(`**${storyPath(id)}?restored=1`)
  await open.isWritable()
  expect((await open.paragraphs()).join('\n')).toContain(paragraphs.join('\n'))
})

test('a story goes into the trash and comes back with its text', async ({ page, newsroom }) => {
  const user = await newsroom.signIn(page, 'reporter')
  const { id } = await newsroom.draftOf(user)
  const open = new StoryPage(page, id)
  await open.open()
  await open.isWritable()
  await open.headline.fill('ফেলার আগে লেখা')
  await openRevisions(page)

  await page.getByText(story.trash, { exact: true }).click()
  await page.getByRole('button', { name: story.trashYes }).click()
  await expect(page.getByText(words.refusals.trashed)).toBeVisible()
  await expect(open.headline).not.toBeEditable()
  await page.getByRole('button', { name: story.untrash }).click()

  await expect(page.getByText(words.refusals.trashed)).toHaveCount(0)
  await expect(open.headline).toHaveValue('ফেলার আগে লেখা')
  expect(await newsroom.db.article.findUniqueOrThrow({ where: { id } })).toMatchObject({
    trashedAt: null,
  })
})

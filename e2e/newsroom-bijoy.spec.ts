import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { StoryEditorPage } from '@/e2e/support/story-editor-page'
import { formatMessage, words } from '@/e2e/support/words'
import { toBengaliDigits } from '@/lib/bengali/digits'

const bijoy = words.newsroomBijoy
const doubted = 'MÖv‡gi imyb fv‡jv'
const [garlic, village, good] = ['রসুন', 'গ্রামের', 'ভালো'].map((word) => word.normalize('NFC'))
const question = formatMessage(bijoy.word, { original: 'imyb', converted: garlic ?? '' })

test('the doubtful words of a line are marked and gone through as those of the text are', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const headline = editor.field('headline')
  await headline.fill('')

  await editor.paste(headline, { text: `${doubted}\n` })
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(headline).toHaveValue(`${village} imyb ${good}`)
  await expect(
    page.getByText(formatMessage(bijoy.unsure, { count: toBengaliDigits(1) })),
  ).toBeVisible()
  await expect(page.getByText(question)).toBeVisible()
  await expect(page.locator('mark.unsure-word')).toHaveText('imyb')
  await page.getByRole('button', { name: bijoy.see }).click()
  expect(
    await headline.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    ),
  ).toBe('imyb')
  await page.getByRole('button', { name: bijoy.yes }).click()
  await expect(headline).toHaveValue(`${village} ${garlic} ${good}`)
  await expect(page.locator('mark.unsure-word')).toHaveCount(0)
  await headline.press('ControlOrMeta+Z')
  await expect(headline).toHaveValue(`${village} imyb ${good}`)
})

test('a doubtful word of the text is listed, marked, and settled either way', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()

  await editor.paste(editor.body, { text: `${doubted}\n${doubted}` })
  await page.getByRole('button', { name: bijoy.convert }).click()

  const marked = editor.body.locator('.unsure-word')
  await expect(
    page.getByText(formatMessage(bijoy.unsure, { count: toBengaliDigits(2) })),
  ).toBeVisible()
  await expect(marked).toHaveText(['imyb', 'imyb'])
  await page.getByRole('button', { name: bijoy.see }).click()
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('imyb')
  await page.getByRole('button', { name: bijoy.yes }).click()
  await expect(
    page.getByText(formatMessage(bijoy.unsure, { count: toBengaliDigits(1) })),
  ).toBeVisible()
  await page.getByRole('button', { name: bijoy.no, exact: true }).click()

  await expect(page.getByText(question)).toHaveCount(0)
  await expect(marked).toHaveCount(0)
  await editor.expectBody([
    paragraph(`${village} ${garlic} ${good}`),
    paragraph(`${village} imyb ${good}`),
  ])
})

test('text that the server has not acknowledged is offered again after a reload, to the letter', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.field('kicker').fill('')
  await editor.body.click()
  // The soft hyphen draws ্ল, and text normalization takes it out of any other text.
  await editor.paste(editor.body, { text: 'evsjv‡`‡k K\u00adv‡mi †k‡l' })
  await editor.paste(editor.field('kicker'), { text: 'cÖavbgš¿x' })
  await expect(page.getByText(bijoy.found)).toHaveCount(2)
  await expect.poll(async () => (await editor.savedContent())?.kicker).toBe('cÖavbgš¿x')
  await expect.poll(async () => (await editor.savedContent())?.body.length).toBe(1)

  await page.reload()
  await expect(page.getByText(bijoy.found)).toHaveCount(2)
  await page.getByRole('button', { name: bijoy.convert }).first().click()
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(editor.field('kicker')).toHaveValue('প্রধানমন্ত্রী'.normalize('NFC'))
  await editor.expectBody([paragraph('বাংলাদেশে ক্লাসের শেষে'.normalize('NFC'))])
})

test('words set in a Bijoy face and doubtful ones wait over a reload, and an answer stands', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  await editor.body.click()
  await editor.paste(editor.body, {
    html: `<p><span style="font-family:SutonnyMJ">me Kg</span></p>`,
  })
  await expect.poll(async () => (await editor.savedContent())?.body).toEqual([paragraph('me Kg')])

  await page.reload()
  await page.getByRole('button', { name: bijoy.convert }).click()
  await editor.expectBody([paragraph('সব কম')])
  await editor.empty()
  await editor.paste(editor.body, { text: doubted })
  await page.getByRole('button', { name: bijoy.convert }).click()
  await editor.expectBody([paragraph(`${village} imyb ${good}`)])
  await page.reload()
  await expect(page.getByText(question)).toBeVisible()
  await page.getByRole('button', { name: bijoy.no, exact: true }).click()
  await page.reload()

  await expect(editor.body).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByText(question)).toHaveCount(0)
})

test('text marked as not Bijoy is not asked about again', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('evsjv‡`k')])
  await page.getByRole('button', { name: bijoy.keep }).click()
  await editor.paste(editor.field('dateline'), { text: 'evsjv‡`k' })
  await page.getByRole('button', { name: bijoy.keep }).click()
  await expect.poll(async () => (await editor.savedContent())?.dateline).toContain('evsjv‡`k')

  await page.reload()

  await expect(editor.body).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByText(bijoy.found)).toHaveCount(0)
})

test('a picture’s words may be Bijoy too', async ({ page, newsroom }) => {
  const user = await newsroom.signIn(page, 'subEditor')
  const picture = await newsroom.addPicture()
  await newsroom.db.image.update({
    where: { id: picture.id },
    data: { uploadedById: user.id },
  })
  await page.goto(`/newsroom/media/${picture.id}`)
  const caption = page.getByLabel(words.newsroomMedia.caption, { exact: true })

  await caption.fill(doubted)
  await page.getByRole('button', { name: bijoy.convert }).click()
  await expect(page.locator('mark.unsure-word')).toHaveText('imyb')
  await page.getByRole('button', { name: bijoy.yes }).click()

  await expect(caption).toHaveValue(`${village} ${garlic} ${good}`)
})

test('Bijoy that is typed into the text is offered when the writer pauses, and not again when kept', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('আগের কথা।')])
  await editor.into('p')

  await page.keyboard.press('Enter')
  await page.keyboard.type('evsjv‡`k')
  await page.getByRole('button', { name: bijoy.keep, exact: true }).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('MÖv‡gi')
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(page.getByText(bijoy.found)).toHaveCount(0)
  await editor.expectBody([paragraph('আগের কথা।'), paragraph('evsjv‡`k'), paragraph(village ?? '')])
})

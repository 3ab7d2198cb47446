import { toBengaliDigits } from '@/lib/bengali/digits'
import { paragraph } from './newsroom'
import { expect, test } from './newsroom-fixtures'
import { say, words } from './words'
import { WritingDesk } from './writing-desk'

const bijoy = words.newsroomBijoy
const doubted = 'MÖv‡gi imyb fv‡jv'
const [garlic, village, good] = ['রসুন', 'গ্রামের', 'ভালো'].map((word) => word.normalize('NFC'))
const question = say(bijoy.word, { original: 'imyb', converted: garlic ?? '' })

test('the doubtful words of a line are marked and gone through as those of the text are', async ({
  page,
  newsroom,
}) => {
  const desk = await WritingDesk.open(page, newsroom)
  const headline = desk.field('headline')
  await headline.fill('')

  await desk.paste(headline, { text: `${doubted}\n` })
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(headline).toHaveValue(`${village} imyb ${good}`)
  await expect(page.getByText(say(bijoy.unsure, { count: toBengaliDigits(1) }))).toBeVisible()
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
  const desk = await WritingDesk.open(page, newsroom)
  await desk.body.click()

  await desk.paste(desk.body, { text: `${doubted}\n${doubted}` })
  await page.getByRole('button', { name: bijoy.convert }).click()

  const marked = desk.body.locator('.unsure-word')
  await expect(page.getByText(say(bijoy.unsure, { count: toBengaliDigits(2) }))).toBeVisible()
  await expect(marked).toHaveText(['imyb', 'imyb'])
  await page.getByRole('button', { name: bijoy.see }).click()
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('imyb')
  await page.getByRole('button', { name: bijoy.yes }).click()
  await expect(page.getByText(say(bijoy.unsure, { count: toBengaliDigits(1) }))).toBeVisible()
  await page.getByRole('button', { name: bijoy.no, exact: true }).click()

  await expect(page.getByText(question)).toHaveCount(0)
  await expect(marked).toHaveCount(0)
  await desk.expectBody([
    paragraph(`${village} ${garlic} ${good}`),
    paragraph(`${village} imyb ${good}`),
  ])
})

test('what nobody answered for is offered again when the page is loaded anew, to the letter', async ({
  page,
  newsroom,
}) => {
  const desk = await WritingDesk.open(page, newsroom)
  await desk.field('kicker').fill('')
  await desk.body.click()
  // The soft hyphen draws ্ল, and the text gate takes it out of any other text.
  await desk.paste(desk.body, { text: 'evsjv‡`‡k K\u00adv‡mi †k‡l' })
  await desk.paste(desk.field('kicker'), { text: 'cÖavbgš¿x' })
  await expect(page.getByText(bijoy.found)).toHaveCount(2)
  await expect.poll(async () => (await desk.kept())?.kicker).toBe('cÖavbgš¿x')
  await expect.poll(async () => (await desk.kept())?.body.length).toBe(1)

  await page.reload()
  await expect(page.getByText(bijoy.found)).toHaveCount(2)
  await page.getByRole('button', { name: bijoy.convert }).first().click()
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(desk.field('kicker')).toHaveValue('প্রধানমন্ত্রী'.normalize('NFC'))
  await desk.expectBody([paragraph('বাংলাদেশে ক্লাসের শেষে'.normalize('NFC'))])
})

test('words set in a Bijoy face and doubtful ones wait over a reload, and an answer stands', async ({
  page,
  newsroom,
}) => {
  const desk = await WritingDesk.open(page, newsroom)
  await desk.body.click()
  await desk.paste(desk.body, { html: `<p><span style="font-family:SutonnyMJ">me Kg</span></p>` })
  await expect.poll(async () => (await desk.kept())?.body).toEqual([paragraph('me Kg')])

  await page.reload()
  await page.getByRole('button', { name: bijoy.convert }).click()
  await desk.expectBody([paragraph('সব কম')])
  await desk.empty()
  await desk.paste(desk.body, { text: doubted })
  await page.getByRole('button', { name: bijoy.convert }).click()
  await desk.expectBody([paragraph(`${village} imyb ${good}`)])
  await page.reload()
  await expect(page.getByText(question)).toBeVisible()
  await page.getByRole('button', { name: bijoy.no, exact: true }).click()
  await page.reload()

  await expect(desk.body).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByText(question)).toHaveCount(0)
})

test('what is said to be no Bijoy is not asked about again', async ({ page, newsroom }) => {
  const desk = await WritingDesk.open(page, newsroom, [paragraph('evsjv‡`k')])
  await page.getByRole('button', { name: bijoy.keep }).click()
  await desk.paste(desk.field('dateline'), { text: 'evsjv‡`k' })
  await page.getByRole('button', { name: bijoy.keep }).click()
  await expect.poll(async () => (await desk.kept())?.dateline).toContain('evsjv‡`k')

  await page.reload()

  await expect(desk.body).toHaveAttribute('contenteditable', 'true')
  await expect(page.getByText(bijoy.found)).toHaveCount(0)
})

test('a picture’s words may be Bijoy too', async ({ page, newsroom }) => {
  const person = await newsroom.signIn(page, 'subEditor')
  const picture = await newsroom.addPicture()
  await newsroom.db.image.update({
    where: { id: picture.id },
    data: { uploadedById: person.id },
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
  const desk = await WritingDesk.open(page, newsroom, [paragraph('আগের কথা।')])
  await desk.into('p')

  await page.keyboard.press('Enter')
  await page.keyboard.type('evsjv‡`k')
  await page.getByRole('button', { name: bijoy.keep, exact: true }).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('MÖv‡gi')
  await page.getByRole('button', { name: bijoy.convert }).click()

  await expect(page.getByText(bijoy.found)).toHaveCount(0)
  await desk.expectBody([paragraph('আগের কথা।'), paragraph('evsjv‡`k'), paragraph(village ?? '')])
})

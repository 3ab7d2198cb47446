import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { InputMethod, StoryEditorPage } from '@/e2e/support/story-editor-page'
import type { Block, Body } from '@/lib/content-model/body'

const nfc = (text: string) => text.normalize('NFC')
const ZWNJ = '\u200c'
const ZWJ = '\u200d'

/** Words as a phonetic method (Avro) shows them while their Latin keys are struck, and what they are in the end. */
const phonetic: [states: string[], word: string][] = [
  [['আ', 'আম', 'আমা', 'আমার'], 'আমার'],
  // ksh → ক্ষ, kkh → ক্ষ: the letters shown change wholly while it is written.
  [['ক', 'কশ', 'কষ', 'ক্ষ', 'ক্ষত', 'ক্ষতি'], 'ক্ষতি'],
  [['স', 'স্ত', 'স্ত্র', 'স্ত্রী'], 'স্ত্রী'],
  [['র', `র${ZWJ}্`, `র${ZWJ}্য`, `র${ZWJ}্যা`, `র${ZWJ}্যাব`], `র${ZWJ}্যাব`],
  [['উ', 'উদ', `উদ্${ZWNJ}`, `উদ্${ZWNJ}য`, `উদ্${ZWNJ}যা`, `উদ্${ZWNJ}যাপন`], `উদ্${ZWNJ}যাপন`],
  [['ব', 'বি', 'বিদ', 'বিদ্যু', 'বিদ্যুৎ'], 'বিদ্যুৎ'],
  [['ব', 'বা', 'বাড', 'বাড়', 'বাড়ি'], 'বাড়ি'],
  [['চ', 'চা', 'চাঁ', 'চাঁদ'], 'চাঁদ'],
  // A suggestion chosen from the list replaces all that was shown.
  [['জ', 'জো', 'জোদ', 'জোদি'], 'যদি'],
]
const allPhonetic = nfc(phonetic.map(([, word]) => word).join(' '))

const everyBlock: Body = [
  paragraph('অনুচ্ছেদ'),
  { kind: 'subheading', text: 'উপশিরোনাম' },
  { kind: 'quote', content: [{ text: 'উদ্ধৃতি' }], speaker: 'বক্তা' },
  { kind: 'list', ordered: false, items: [[{ text: 'বিন্দু' }]] },
  { kind: 'list', ordered: true, items: [[{ text: 'সংখ্যা' }]] },
  { kind: 'table', caption: 'সারণি', head: [[{ text: 'মাথা' }]], rows: [[[{ text: 'ঘর' }]]] },
  {
    kind: 'factBox',
    title: 'বক্স',
    content: [{ kind: 'paragraph', content: [{ text: 'তথ্য' }] }],
  },
]

const lines = ['kicker', 'headline', 'standfirst', 'dateline'] as const

const places: [place: string, selector: string, own: string][] = [
  ['a paragraph', ':scope > p', 'অনুচ্ছেদ'],
  ['a subheading', 'h2', 'উপশিরোনাম'],
  ['a quote', 'blockquote p', 'উদ্ধৃতি'],
  ['a speaker', 'blockquote footer', 'বক্তা'],
  ['a bulleted item', 'ul li p', 'বিন্দু'],
  ['a numbered item', 'ol li p', 'সংখ্যা'],
  ['a table’s caption', 'figcaption', 'সারণি'],
  ['a table’s head', 'th', 'মাথা'],
  ['a table’s cell', 'td', 'ঘর'],
  ['a fact box’s title', 'aside p[data-fact-box-title]', 'বক্স'],
  ['a fact box’s text', 'aside p:not([data-fact-box-title])', 'তথ্য'],
]

test('words composed key by key lose no letter, in whatever block they are written', async ({
  page,
  newsroom,
}) => {
  // Eleven places, a key at a time.
  test.setTimeout(90_000)
  const editor = await StoryEditorPage.open(page, newsroom, everyBlock)
  const method = await InputMethod.of(page)

  for (const [place, selector, own] of places) {
    await test.step(place, async () => {
      await editor.into(selector)
      for (const [states, word] of phonetic) {
        await method.commit(' ')
        await method.write(states, word)
      }
      const written = editor.body.locator(selector).first()
      await expect(written, place).toHaveText(nfc(`${own} ${allPhonetic}`))
    })
  }

  await expect
    .poll(
      async () => JSON.stringify((await editor.savedContent())?.body).split(allPhonetic).length - 1,
    )
    .toBe(places.length)
})

test('nor in the lines above the body', async ({ page, newsroom }) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const method = await InputMethod.of(page)
  const typed = `${phonetic.map(([, word]) => word).join(' ')} `

  for (const name of lines) {
    await test.step(name, async () => {
      await editor.field(name).fill('')
      for (const [states, word] of phonetic) {
        await method.write(states, word)
        await method.commit(' ')
      }
      await expect(editor.field(name), name).toHaveValue(typed)
    })
  }

  await expect
    .poll(async () => {
      const saved = await editor.savedContent()
      return lines.map((name) => saved?.[name])
    })
    .toEqual(lines.map(() => `${allPhonetic} `))
})

test('a phone’s keyboard that composes whole words and mends them loses no letter', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const method = await InputMethod.of(page)
  await editor.body.click()

  // Gboard shows the word so far after each letter; choosing its correction commits another word.
  for (const word of ['নদীভাঙনে', 'ক্ষতিগ্রস্ত', 'মানুষের', 'পাশে']) {
    for (let end = 1; end <= word.length; end += 1) await method.compose(word.slice(0, end))
    await method.commit(word)
    await method.commit(' ')
  }
  await method.compose('দাড়ান')
  await method.commit('দাঁড়ান')
  await method.commit('। ')
  // Backspace goes into a finished word and composes it anew.
  await method.compose('ঢাক')
  await method.compose('ঢা')
  await method.compose('ঢাকা')
  await method.commit('ঢাকা')

  const written = nfc('নদীভাঙনে ক্ষতিগ্রস্ত মানুষের পাশে দাঁড়ান। ঢাকা')
  await expect(editor.body.locator('p').first()).toHaveText(written)
  await editor.expectBody([paragraph(written)])
})

test('a composition that is given up leaves nothing, and the text around it whole', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('আগে')])
  const method = await InputMethod.of(page)
  await editor.into('p')

  await method.compose('ক্ষ')
  await method.compose('')
  await method.commit('পরে')

  await editor.expectBody([paragraph('আগেপরে')])
})

const marked: Block = {
  kind: 'paragraph',
  content: [
    { text: 'এক ' },
    { text: 'দুই', bold: true },
    { text: ' তিন ' },
    { text: 'চার', href: 'https://example.com/' },
    { text: ' পাঁচ' },
  ],
}

test('words composed at the edges and in the middle of marks stand where they were written', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [marked])
  const method = await InputMethod.of(page)
  const caretAt = async (selector: string, offset: number) =>
    editor.body.locator(selector).evaluate((element, at) => {
      const text = element.firstChild
      if (text) getSelection()?.collapse(text, at)
    }, offset)
  await editor.body.click()

  await caretAt('strong', 2)
  await method.write(['ক', 'ক্ষ'], 'ক্ষ')
  await caretAt('a', 3)
  await method.write(['গ', 'গ্র'], 'গ্র')
  await caretAt('strong', 0)
  await method.write(['শ', 'শ্র'], 'শ্র')

  await expect(editor.body.locator('p').first()).toHaveText(nfc('এক শ্রদুক্ষই তিন চারগ্র পাঁচ'))
  await expect(editor.body.locator('strong').first()).toContainText('দুক্ষই')
  await expect(editor.body.locator('a')).toHaveText('চার')
})

test('a word is composed while the house style marks the text beside it', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom, [paragraph('দাম ১২0 টাকা। ')])
  const method = await InputMethod.of(page)
  await expect(editor.body.locator('.style-mark')).toHaveText('১২0')
  await editor.into('p')

  await method.compose('ক')
  await method.compose('ক্ষ')
  await editor
    .field('headline')
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  await method.compose('ক্ষতি')
  await method.commit('ক্ষতি')

  await editor.expectBody([paragraph('দাম ১২0 টাকা। ক্ষতি')])
})

test('three hundred letters as fast as they come are three hundred letters', async ({
  page,
  newsroom,
}) => {
  const editor = await StoryEditorPage.open(page, newsroom)
  const text = nfc('স্ত্রী ক্ষমতা বিদ্যুৎ র‍্যাব উদ্‌যাপন চাঁদ দুঃখ '.repeat(7)).slice(0, 300).trimEnd()
  await editor.body.click()

  await Promise.all([...text].map((letter) => page.keyboard.insertText(letter)))

  await expect(editor.body.locator('p').first()).toHaveText(text)
  await editor.expectBody([paragraph(text)])
})

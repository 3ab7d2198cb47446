import { waitForCaret } from '@/e2e/support/caret'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { InputMethod, StoryEditorPage } from '@/e2e/support/story-editor-page'
import type { Block, Body } from '@/lib/content-model/body'

/** Chrome on Android and dictation change the text without a key that a page could handle. */
const androidUserAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

const table: Block = {
  kind: 'table',
  caption: 'সারণি',
  head: [[{ text: 'মাথা' }]],
  rows: [[[{ text: 'ঘর' }]]],
}

test.describe('text without a key over a selected block stands below it, and the block stays whole', () => {
  const inputs: Record<string, (method: InputMethod) => Promise<unknown>> = {
    'composed by an input method': async (method) => {
      await method.compose('ক')
      await method.compose('ক্ষ')
      await method.commit('ক্ষমা')
    },
    dictated: (method) => method.commit('ক্ষমা'),
  }
  for (const [name, input] of Object.entries(inputs)) {
    test(`a picture with its caption, ${name}`, async ({ page, newsroom }) => {
      const image = await newsroom.addPicture()
      const picture: Block = { kind: 'image', imageId: image.id, caption: 'ছবির কথা' }
      const editor = await StoryEditorPage.open(page, newsroom, [
        paragraph('ওপরে'),
        picture,
        paragraph('নিচে'),
      ])
      const method = await InputMethod.of(page)
      await editor.body.locator(':scope > p').last().click()
      await page.keyboard.press('Home')
      await page.keyboard.press('Backspace')
      await expect(editor.body.locator('.ProseMirror-selectednode')).toBeVisible()

      await input(method)

      await editor.expectBody([paragraph('ওপরে'), picture, paragraph('ক্ষমা'), paragraph('নিচে')])
    })
  }

  test('a table, typed by keys', async ({ page, newsroom }) => {
    const editor = await StoryEditorPage.open(page, newsroom, [table, paragraph('নিচে')])
    await editor.body.locator(':scope > p').last().click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    await expect(editor.body.locator('.ProseMirror-selectednode')).toBeVisible()

    await page.keyboard.type('x')

    await editor.expectBody([table, paragraph('x'), paragraph('নিচে')])
  })
})

test.describe('deleting without a key at the beginning of a block does what Backspace does', () => {
  test.use({ userAgent: androidUserAgent })
  const quote: Block = { kind: 'quote', content: [{ text: 'উদ্ধৃতি' }], speaker: 'বক্তা' }
  const cases: [name: string, block: Block, selector: string, after: Body][] = [
    ['a quote', quote, 'blockquote p', [paragraph('উদ্ধৃতি'), paragraph('বক্তা')]],
    ['a subheading', { kind: 'subheading', text: 'উপ' }, 'h2', [paragraph('উপ')]],
    [
      'a list',
      { kind: 'list', ordered: false, items: [[{ text: 'বিন্দু' }]] },
      'li p',
      [paragraph('বিন্দু')],
    ],
  ]
  for (const [name, block, selector, after] of cases) {
    test(name, async ({ page, newsroom }) => {
      const editor = await StoryEditorPage.open(page, newsroom, [paragraph('ওপরে'), block])
      await editor.into(selector)
      await page.keyboard.press('Home')
      await waitForCaret(page)

      await page.evaluate(() => document.execCommand('delete'))

      await editor.expectBody([paragraph('ওপরে'), ...after])
    })
  }
})

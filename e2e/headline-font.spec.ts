import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import { stories } from '@/prisma/seed/sample-paper'
import { headlineTexts } from '@/tools/headline-font/texts'

const maxFontBytes = 60_000

const whole = (script: string) =>
  createRequire(import.meta.url).resolve(
    `@fontsource/noto-serif-bengali/files/noto-serif-bengali-${script}-700-normal.woff2`,
  )
const made = (script: string) => `app/fonts/headline-${script}.woff2`

/** A face as CSS loads it: Bengali from one file, what that has not from the other. */
const fontFaceRules = (name: string, fileOf: (script: string) => string) =>
  ['bengali', 'latin'].map((script) => {
    const data = readFileSync(fileOf(script)).toString('base64')
    return `@font-face { font-family: ${name}-${script}; font-weight: 700; src: url(data:font/woff2;base64,${data}) }`
  })

async function loadFonts(page: Page): Promise<void> {
  const rules = [...fontFaceRules('Whole', whole), ...fontFaceRules('Made', made)].join('\n')
  await page.setContent(`<style>${rules}</style>`)
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
}

/** Which of the texts are not drawn alike, pixel for pixel, by the whole face and by the made one. */
const drawnDifferently = (page: Page, texts: string[]): Promise<string[]> =>
  page.evaluate((texts) => {
    const size = 32
    const canvas = document.createElement('canvas')
    canvas.width = 3_000
    canvas.height = 3 * size
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    // Letters stand where the face says: on whole pixels the end of a run depends on how many files it is set from.
    context.textRendering = 'geometricPrecision'
    const draw = (name: string, text: string) => {
      context.font = `700 ${size}px ${name}-bengali, ${name}-latin`
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.fillText(text, size, 2 * size)
      const width = Math.min(canvas.width, Math.ceil(context.measureText(text).width) + 2 * size)
      return context.getImageData(0, 0, width, canvas.height).data
    }
    const isAlike = (a: Uint8ClampedArray, b: Uint8ClampedArray) =>
      a.length === b.length &&
      a.some((value) => value > 0) &&
      a.every((value, at) => value === b[at])
    return texts.filter((text) => !isAlike(draw('Whole', text), draw('Made', text)))
  }, texts)

test('the headline font is light', () => {
  expect(readFileSync(made('bengali')).length).toBeLessThanOrEqual(maxFontBytes)
})

test('every joined form is drawn as the whole face draws it, with every sign around it', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await loadFonts(page)

  const different = await drawnDifferently(page, headlineTexts())

  expect(different).toEqual([])
})

test('every headline of the sample paper is drawn as the whole face draws it', async ({ page }) => {
  await loadFonts(page)
  const headlines = stories.map((story) => story.headline.normalize('NFC'))

  const different = await drawnDifferently(page, headlines)

  expect(headlines.length).toBeGreaterThan(50)
  expect(different).toEqual([])
})

test('Latin letters in body text use the body font, although the headline font is loaded', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => document.fonts.load('700 1rem "Dainik Serif"', 'a'))
  await page.goto('/national')
  await expect(page.getByRole('contentinfo')).toContainText('@')
  await page.evaluate(() => document.fonts.load('700 1rem "Dainik Serif"', 'a'))

  const cdp = await page.context().newCDPSession(page)
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  const { root } = await cdp.send('DOM.getDocument')
  const selector = 'footer address'
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId })

  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ isCustomFont }) => isCustomFont)).toEqual([])
})

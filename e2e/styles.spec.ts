import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/fixtures'
import { makePages } from '@/e2e/support/page-kinds'

const chunks = '.next/static/chunks'

/** The readers' whole stylesheet, as the build made it. */
function wholeStylesheet(): string {
  const sheets = readdirSync(chunks)
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, css: readFileSync(join(chunks, name), 'utf8') }))
  const readers = sheets.find(({ css }) => css.includes('Dainik Serif'))
  if (!readers) throw new Error('the build has no stylesheet of readers')
  return `/_next/static/chunks/${readers.name}`
}

/** From now on the page shows that document, whatever address it goes to, with all of its pictures at once. */
async function show(page: Page, html: string): Promise<void> {
  const body = html.replaceAll(' loading="lazy"', '')
  await page.unrouteAll()
  await page.route('**', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.fallback(),
  )
}

/** Styles by the place of an element and the part of it they are of: "::before", "::after", or the whole. */
type Drawn = Record<string, Record<string, string>>

/** How the browser draws the page: of elements that have name, classes and place in common, one. */
async function drawn(page: Page, path: string): Promise<Drawn> {
  await page.goto(path, { waitUntil: 'load' })
  // The reader script comes after the page is loaded, and draws these.
  await page.locator('button[data-set]').first().waitFor()
  return page.evaluate(() => {
    const placeOf = (element: Element) =>
      [
        element.localName,
        element.getAttribute('class'),
        element.parentElement?.getAttribute('class'),
        element.previousElementSibling?.localName,
        element.nextElementSibling === null ? 'last' : '',
      ].join(' | ')
    const elements = [...document.body.querySelectorAll('*')]
    const places = new Map(elements.map((each) => [placeOf(each), each]))
    const styles = [...places].flatMap(([place, element]) =>
      ['', '::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part)
        const isDrawn = part === '' || style.content !== 'none'
        const values = isDrawn ? [...style].map((name) => [name, style.getPropertyValue(name)]) : []
        return [`${place} ${part}`, Object.fromEntries(values)]
      }),
    )
    return Object.fromEntries(styles)
  })
}

/** What is drawn otherwise, a line each. */
const differences = (own: Drawn, whole: Drawn): string[] =>
  Object.entries(own).flatMap(([place, styles]) =>
    Object.entries(styles)
      .filter(([name, value]) => whole[place]?.[name] !== value)
      .map(([name, value]) => `${place}: ${name}: ${value} (${whole[place]?.[name]})`),
  )

for (const width of [360, 1280]) {
  test(`pages with the styles they carry look as with the whole stylesheet at ${width} px`, async ({
    context,
    newsroom,
  }) => {
    test.setTimeout(120_000)
    const pages = await makePages(newsroom)
    // Whether a face arrives in time is chance, and moves what is around its letters.
    await context.route('**/*.woff2', (route) => route.abort())
    const [own, whole] = [await context.newPage(), await context.newPage()]
    await Promise.all([own, whole].map((each) => each.setViewportSize({ width, height: 1_100 })))
    const link = `<link rel="stylesheet" href="${wholeStylesheet()}"/>`
    const others: string[] = []

    for (const { path } of Object.values(pages)) {
      const html = await (await context.request.get(path)).text()
      await show(own, html)
      await show(whole, html.replace(/<style>.*?<\/style>/s, link))
      others.push(...differences(await drawn(own, path), await drawn(whole, path)))
    }

    expect(others).toEqual([])
  })
}

test('a page waits for no stylesheet', async ({ page }) => {
  await page.goto('/')

  expect(await page.locator('link[rel=stylesheet]').count()).toBe(0)
  expect(await page.locator('head style').count()).toBe(1)
})

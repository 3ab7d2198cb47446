import AxeBuilder from '@axe-core/playwright'
import { findFaintText } from '@/e2e/support/contrast'
import { expect, test } from '@/e2e/support/fixtures'
import { baseUrl } from '@/e2e/support/http-client'
import { tabThrough } from '@/e2e/support/keyboard'
import { pageKinds } from '@/e2e/support/page-kinds'
import { words } from '@/e2e/support/words'

const schemes = ['light', 'dark'] as const

/** What axe objects to, a line each. */
async function objections(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

for (const kind of pageKinds) {
  test(`axe objects to nothing on ${kind}, nor to its colours in the dark`, async ({
    page,
    pages,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(pages[kind].path)

    const inLight = await objections(new AxeBuilder({ page }))
    await page.emulateMedia({ colorScheme: 'dark' })
    const inDark = await objections(new AxeBuilder({ page }).withRules(['color-contrast']))

    expect(inLight).toEqual([])
    expect(inDark).toEqual([])
  })

  test(`every word of ${kind} stands out from its paper, in light and in dark`, async ({
    page,
    pages,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(pages[kind].path)

    const inLight = await findFaintText(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const inDark = await findFaintText(page)

    expect(inLight).toEqual([])
    expect(inDark).toEqual([])
  })

  test(`${kind} names its landmarks in Bengali and has one main heading`, async ({
    page,
    pages,
  }) => {
    await page.goto(pages[kind].path)

    const menu = page.getByRole('navigation', { name: words.site.categories, exact: true })
    const withoutAlt = page.locator('img:not([alt])')

    await expect(page.locator('html')).toHaveAttribute('lang', 'bn')
    await expect(page.getByRole('banner')).toHaveCount(1)
    await expect(menu).toHaveCount(1)
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('contentinfo')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(withoutAlt).toHaveCount(0)
    await expect(page).toHaveTitle(/\p{Script=Bengali}/u)
  })

  test(`the keyboard reaches all of ${kind}, in order and in sight`, async ({ page, pages }) => {
    await page.goto(pages[kind].path)

    const { expected, walked } = await tabThrough(page)

    expect(walked.map((stop) => stop.index)).toEqual(expected)
    expect(walked.filter((stop) => !stop.hasRing || !stop.isInSight)).toEqual([])
  })

  test(`${kind} never scrolls sideways, whatever the screen and the size of letters`, async ({
    page,
    pages,
  }) => {
    await page.goto(pages[kind].path)
    const overflow = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth
      })

    const at: Record<string, number> = {}
    for (const width of [320, 360, 768, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      at[`${width} px`] = await overflow()
    }
    await page.setViewportSize({ width: 640, height: 800 })
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    at['640 px, letters twice as large'] = await overflow()

    expect(Object.entries(at).filter(([, pixels]) => pixels > 0)).toEqual([])
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

    test(`a thumb hits every link of menu, pager, share row and footer on ${kind}`, async ({
      page,
      pages,
    }) => {
      await page.goto(pages[kind].path)
      await page.getByText(words.site.allCategories).click()

      const rows = page
        .getByRole('navigation')
        .or(page.getByRole('region', { name: words.article.share }))
        .or(page.getByRole('contentinfo'))
      const targets = rows.locator('a, summary')
      const small = await targets.evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility())
          .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 44 || box.height < 44)
          .map(({ name, box }) => `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`),
      )

      expect(small).toEqual([])
    })

    test(`nothing jumps or moves by itself on ${kind}`, async ({ page, pages }) => {
      await page.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as unknown as { value: number }).value)
        }).observe({ type: 'layout-shift', buffered: true })
      })

      await page.goto(pages[kind].path, { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)

      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
      const moving = await page.evaluate(() => document.getAnimations().length)
      expect(shifts).toEqual([])
      expect(moving).toBe(0)
    })
  })
}

test('the first step of the keyboard leads past the menu to the story', async ({ page, pages }) => {
  await page.goto(pages['a story'].path)
  const skip = page.getByRole('link', { name: words.site.skip })

  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')

  const isInMain = await page
    .getByRole('main')
    .evaluate((main) => main.contains(document.activeElement))
  expect(isInMain).toBe(true)
})

test('the menu opens and closes by keyboard', async ({ page, pages }) => {
  await page.goto(pages['a category'].path)
  const menu = page.getByRole('navigation', { name: words.site.categories, exact: true })
  const hidden = menu.getByRole('link', { name: 'ক্রিকেট', exact: true })
  await expect(hidden).toBeHidden()

  await menu.getByText(words.site.allCategories).press('Enter')
  await expect(hidden).toBeVisible()

  await menu.getByText(words.site.allCategories).press('Enter')
  await expect(hidden).toBeHidden()
})

for (const colorScheme of schemes) {
  test(`print is the story alone with its address, black on white (${colorScheme})`, async ({
    page,
    pages,
  }) => {
    const { path } = pages['a story']
    await page.goto(path)

    await page.emulateMedia({ media: 'print', colorScheme })

    const article = page.getByRole('article')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(article.getByText('শেষ অনুচ্ছেদ।')).toBeVisible()
    await expect(article.getByText(`${baseUrl}${path}`)).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
    await expect(page.getByRole('region', { name: words.article.share })).toBeHidden()
    await expect(page.getByRole('region', { name: words.article.readMore })).toBeHidden()
    await expect(page.getByRole('region', { name: words.article.moreInCategory })).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)')
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  })
}

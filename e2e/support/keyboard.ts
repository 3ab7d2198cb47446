import type { Locator, Page } from '@playwright/test'

/** An element that had the focus. */
export type Stop = { index: number; hasRing: boolean; isInSight: boolean }

const stops = 'a[href], summary, button, input, select, textarea, [tabindex="0"]'

/** Numbers the focusable elements in the order of the page, and records which get the focus. */
async function watch(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
    const seen: Stop[] = []
    Object.assign(window, { seen })
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      seen.push({
        index: all.indexOf(element),
        hasRing: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        isInSight: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
      })
    })
    return all.length
  }, stops)
}

/** Sends the tab key once for each focusable element. */
export async function tabThrough(page: Page): Promise<{ expected: number[]; walked: Stop[] }> {
  const count = await watch(page)
  for (let step = 0; step < count; step += 1) await page.keyboard.press('Tab')
  const walked = await page.evaluate(() => (window as unknown as { seen: Stop[] }).seen)
  return { expected: Array.from({ length: count }, (_, index) => index), walked }
}

const mostSteps = 120

/** Sends `key` until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  const isThere = () =>
    target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not come to ${target}`)
}

import type { Page } from '@playwright/test'

/** A piece of text that is too faint for where it stands. */
export type FaintText = { text: string; ratio: number; needed: number; color: string; on: string }

/**
 * The texts of a page whose contrast is below WCAG 2.2 (1.4.3): 4.5, or 3 for large letters. Computed here because
 * axe takes Bengali letters, which join, for an icon font and leaves them out.
 */
export function findFaintText(page: Page): Promise<FaintText[]> {
  return page.evaluate(() => {
    type Color = { rgb: [number, number, number]; alpha: number }

    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const read = (css: string): Color => {
      if (!context) throw new Error('no canvas')
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = css
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
      return { rgb: [red, green, blue], alpha: alpha / 255 }
    }
    const over = (top: Color, below: Color): Color => {
      const mix = (index: 0 | 1 | 2) =>
        top.rgb[index] * top.alpha + below.rgb[index] * (1 - top.alpha)
      return { rgb: [mix(0), mix(1), mix(2)], alpha: 1 }
    }
    const luminance = ({ rgb }: Color) => {
      const [red, green, blue] = rgb.map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }) as [number, number, number]
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const contrast = (a: Color, b: Color) => {
      const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }
    const above = (element: Element): Element[] =>
      element.parentElement ? [element, ...above(element.parentElement)] : [element]
    const background = (element: Element): Color =>
      above(element)
        .map((each) => read(getComputedStyle(each).backgroundColor))
        .reduceRight((below, each) => over(each, below), read('white'))
    const opacity = (element: Element) =>
      above(element).reduce((sum, each) => sum * Number(getComputedStyle(each).opacity), 1)

    // Closed `details` are measured too.
    for (const details of document.querySelectorAll('details')) details.open = true
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const faint: FaintText[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (text === '' || !element?.checkVisibility({ visibilityProperty: true })) continue
      const style = getComputedStyle(element)
      const size = Number.parseFloat(style.fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      const on = background(element)
      const ink = read(style.color)
      const color = over({ ...ink, alpha: ink.alpha * opacity(element) }, on)
      const ratio = contrast(color, on)
      const needed = isLarge ? 3 : 4.5
      if (ratio < needed)
        faint.push({ text, ratio, needed, color: style.color, on: on.rgb.join(' ') })
    }
    return faint
  })
}

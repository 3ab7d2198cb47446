import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { runMain } from '../tools/process/run-main'
import { info } from '../tools/terminal/terminal'
import { findOrInstallChromium } from '../tools/test-runner/test-packages'

/**
 * `npm run shots -- [ADDRESS] [PATH…]`: screenshots of a running paper, whole pages, at three widths, light and dark,
 * into shots/; and the three small pictures of the README into docs/pictures/.
 */
const widths = [360, 768, 1280]
const schemes = ['light', 'dark'] as const
const readmeHeight = 1000
const readmeWidth = 640
const tallest = 12_000

/** The front page, its first category and the lead story, as a reader finds them. */
async function findPaths(page: Page, address: string): Promise<Record<string, string>> {
  await page.goto(address)
  const category = await page.locator('nav ul a').first().getAttribute('href')
  const article = await page.locator('main h2 a').first().getAttribute('href')
  return { front: '/', category: category ?? '/', article: article ?? '/' }
}

async function shoot(page: Page, url: string, file: string): Promise<void> {
  await page.goto(url)
  // Lazy pictures load when they come into view: the view is made as tall as the page.
  const height = await page.locator('body').evaluate((body) => body.scrollHeight)
  const size = page.viewportSize() ?? { width: 360, height: 900 }
  await page.setViewportSize({ ...size, height: Math.min(height, tallest) })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: file })
  await page.setViewportSize(size)
  info(file)
}

runMain(import.meta.url, async () => {
  const [address = 'http://localhost:3000', ...given] = process.argv.slice(2)
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  mkdirSync('shots', { recursive: true })
  mkdirSync('docs/pictures', { recursive: true })
  try {
    const scout = await browser.newPage()
    const paths =
      given.length > 0
        ? Object.fromEntries(
            given.map((path) => [path.replace(/\W+/g, '-').replace(/^-/, ''), path]),
          )
        : await findPaths(scout, address)
    for (const colorScheme of schemes) {
      for (const width of widths) {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
        const page = await context.newPage()
        for (const [name, path] of Object.entries(paths)) {
          await shoot(
            page,
            `${address}${path}`,
            join('shots', `${name}-${width}-${colorScheme}.png`),
          )
        }
        await context.close()
      }
    }
    if (given.length > 0) return
    for (const [name, width] of [
      ['front', 1280],
      ['category', 1280],
      ['article', 360],
    ] as const) {
      const shot = sharp(join('shots', `${name}-${width}-light.png`))
      await shot
        .extract({ left: 0, top: 0, width, height: width === 360 ? 720 : readmeHeight })
        .resize({ width: width === 360 ? width : readmeWidth })
        .webp({ quality: 70 })
        .toFile(join('docs/pictures', `${name}.webp`))
    }
  } finally {
    await browser.close()
  }
})

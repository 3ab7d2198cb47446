import type { Page } from '@playwright/test'
import { paragraph } from '@/e2e/support/newsroom'
import { expect, test } from '@/e2e/support/newsroom-fixtures'
import { words } from '@/e2e/support/words'

/** The schema library tries whether it may compile code, and works without. */
const isProbe = (violation: string) => violation.startsWith('script-src eval ')

/** Every violation of the policy on the pages that are opened from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
      ),
    )
  })
  return violations
}

test('every page of the newsroom works under its policy', async ({ page, newsroom }) => {
  test.setTimeout(120_000)
  const violations = await watchPolicy(page)
  const story = await newsroom.publish({ body: [paragraph('লেখা।')] })
  await page.goto('/newsroom/sign-in')
  await newsroom.signIn(page, 'admin')
  const paths = [
    ...['', '/lists/published', '/stories/new', '/front', '/media', '/settings', '/users'],
    ...['/categories', '/topics', '/jobs', '/account', `/stories/${story.id}`],
  ]

  for (const path of paths) {
    const response = await page.goto(`/newsroom${path}`)
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy, path).toContain("'strict-dynamic'")
    await expect(page.getByRole('main'), path).toBeVisible()
  }
  // The last page is the story's: its editor and its panels are loaded by script.
  await expect(page.getByLabel(words.newsroomEditor.headline, { exact: true })).toBeEditable()
  for (const panel of ['publish', 'preview', 'check'] as const)
    await page.getByRole('tab', { name: words.newsroomStory[panel], exact: true }).click()

  expect(violations.filter((violation) => !isProbe(violation))).toEqual([])
})

test('markup that got into a page of the newsroom runs no script', async ({ page, newsroom }) => {
  const violations = await watchPolicy(page)
  await newsroom.signIn(page, 'editor')
  await page.goto('/newsroom')

  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.hasRun = true">')
  })

  await expect.poll(() => violations.length).toBeGreaterThan(0)
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
})

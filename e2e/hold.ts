import type { Page } from '@playwright/test'

/** What was sent and waits for its answer. */
export type Held = {
  /** The addresses, in order. */
  sent: string[]
  letGo: () => void
}

/** Whatever the page sends from now on, to an address like this, is answered when the test lets it go. */
export async function hold(page: Page, address = /\/newsroom/): Promise<Held> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const sent: string[] = []
  await page.route(address, async (route) => {
    const request = route.request()
    if (request.method() === 'POST') {
      sent.push(request.url())
      await gone
    }
    await route.continue()
  })
  return { sent, letGo }
}

import type { Page } from '@playwright/test'

/** What was sent and waits for its answer. */
export type HeldRequests = {
  /** The addresses, in order. */
  sent: string[]
  release: () => void
}

/** Whatever the page sends from now on, to an address like this, is answered when the test lets it go. */
export async function holdRequests(page: Page, address = /\/newsroom/): Promise<HeldRequests> {
  let release = () => {}
  const gone = new Promise<void>((resolve) => {
    release = resolve
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
  return { sent, release }
}

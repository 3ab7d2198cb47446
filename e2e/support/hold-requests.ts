import type { Page } from '@playwright/test'

/** Requests that wait for their responses. */
export type HeldRequests = {
  /** The addresses, in order. */
  sent: string[]
  release: () => void
}

/** Holds every POST request of the page to such an address until the test calls `release`. */
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

import { test as base } from '@playwright/test'
import { Newsroom } from './newsroom'

export { expect } from '@playwright/test'

/** Playwright's test with a newsroom at hand, whose work is undone when the test ends. */
export const test = base.extend<{ newsroom: Newsroom }>({
  newsroom: async ({ browserName: _ }, use) => {
    const { DATABASE_URL, DAINIK_DATA_DIR } = process.env
    const newsroom = new Newsroom(DATABASE_URL ?? '', DAINIK_DATA_DIR ?? '.data')
    await use(newsroom)
    await newsroom.clear()
  },
})

import { test as base } from '@playwright/test'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { Newsroom } from './newsroom'
import { makePages, type Pages } from './page-kinds'

export { expect } from '@playwright/test'

/** A newsroom whose `clear` is the caller's duty. */
export const openNewsroom = (database: PrismaClient) =>
  new Newsroom(database, process.env.DAINIK_DATA_DIR ?? '.data')

/**
 * Playwright's test with a newsroom at hand, whose work is undone when the test ends, and with a page of every kind,
 * for tests that only read.
 */
export const test = base.extend<{ newsroom: Newsroom }, { database: PrismaClient; pages: Pages }>({
  database: [
    async ({ browserName: _ }, use) => {
      const connectionString = process.env.DATABASE_URL
      const database = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 4 }) })
      await use(database)
      await database.$disconnect()
    },
    { scope: 'worker' },
  ],
  newsroom: async ({ database }, use) => {
    const newsroom = openNewsroom(database)
    await use(newsroom)
    await newsroom.clear()
  },
  pages: [
    async ({ database }, use) => {
      const newsroom = openNewsroom(database)
      await use(await makePages(newsroom))
      await newsroom.clear()
    },
    { scope: 'worker' },
  ],
})

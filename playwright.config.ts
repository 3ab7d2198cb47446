import { defineConfig } from '@playwright/test'

/** Journeys of readers through a production server; `npm test` starts it on the sample paper (scripts/test.ts). */
export default defineConfig({
  testDir: 'e2e',
  // One paper and one server: a story that one test publishes changes pages that another would be reading.
  workers: 1,
  forbidOnly: true,
  // A shared machine may stall for seconds; a test that passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  outputDir: 'test-results',
  use: {
    baseURL: process.env.BASE_URL,
    browserName: 'chromium',
    locale: 'bn-BD',
    timezoneId: 'Asia/Dhaka',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
})

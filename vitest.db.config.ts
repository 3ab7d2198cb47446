import { defineConfig } from 'vitest/config'
import base from './vitest.config'

/** Tests against a real PostgreSQL, whose address stands in DATABASE_URL; one file after another, for it is one database. */
export default defineConfig({
  ...base,
  test: {
    include: ['{app,bench,components,e2e,lib,prisma,server,scripts,tools}/**/*.db.test.ts'],
    exclude: ['**/node_modules/**'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

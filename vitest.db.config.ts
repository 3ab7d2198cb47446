import { defineConfig } from 'vitest/config'
import base from './vitest.config'

/** Tests against a real PostgreSQL. Two workers run the files, each in a database of its own (DATABASE_URLS). */
export default defineConfig({
  ...base,
  test: {
    include: ['{app,bench,components,e2e,lib,prisma,server,scripts,tools}/**/*.db.test.ts'],
    exclude: ['**/node_modules/**'],
    maxWorkers: 2,
    setupFiles: ['tools/test-harness/worker-database.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

import { defineConfig } from 'vitest/config'
import base from './vitest.config'

/** Tests on production servers of this folder's build, with databases, Redis and Varnish of their own (tools/test-harness). */
export default defineConfig({
  ...base,
  test: {
    include: ['{bench,lib,server,tools}/**/*.servers.test.ts'],
    exclude: ['**/node_modules/**'],
    // They measure by the clock and share two cores.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

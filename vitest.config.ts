import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      'server-only': `${root}tools/test-harness/empty-module.ts`,
    },
  },
  test: {
    include: ['{app,bench,components,e2e,lib,prisma,server,scripts,tools}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.servers.test.ts'],
    // Property tests try hundreds of cases, and a machine may have other work to do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

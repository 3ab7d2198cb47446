import { expect, test } from 'vitest'
import { needsDatabase, needsEngine, runPrisma } from './prisma-cli'

test.each([
  ['generate', false],
  ['validate', false],
  ['migrate deploy', true],
  ['migrate status', true],
  ['migrate status --help', false],
  ['migrate diff --from-empty --to-schema prisma/schema.prisma --script', false],
  ['migrate diff --from-migrations prisma/migrations --to-schema x', true],
  ['migrate diff --from-config-datasource --to-schema x', true],
  ['db pull', true],
])('prisma %s needs the database: %s', (line, expected) => {
  expect(needsDatabase(line.split(' '))).toBe(expected)
})

test.each([
  ['generate', false],
  ['validate', false],
  ['studio', false],
  ['db seed', false],
  ['migrate --help', false],
  ['migrate diff --from-empty --to-schema prisma/schema.prisma --script', true],
  ['db pull', true],
])('prisma %s needs the schema engine: %s', (line, expected) => {
  expect(needsEngine(line.split(' '))).toBe(expected)
})

test('the schema is valid: Prisma checks it without its schema engine', async () => {
  const { code, output } = await runPrisma(['validate'], { url: 'postgresql://127.0.0.1:1/none' })

  expect(output).toContain('is valid')
  expect(code).toBe(0)
})

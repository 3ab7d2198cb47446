import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Names that a framework asks for, or that stand for one thing wherever they are exported. */
const shared = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'generateMetadata',
  'metadata',
  'dynamic',
  'viewport',
  'test',
]

const declaration =
  /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|class|const|let|type|interface|enum) (\w+)/gm

test('no two files export one name', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && !/\.(?:test|spec|d)\.tsx?$/.test(path))
  const exported = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(declaration)].map(([, name = '']) => ({ name, path })),
  )
  const byName = Map.groupBy(exported, ({ name }) => name)

  const twice = [...byName]
    .filter(
      ([name, places]) =>
        !shared.includes(name) && new Set(places.map(({ path }) => path)).size > 1,
    )
    .map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)

  expect(exported.length).toBeGreaterThan(1_000)
  expect(twice).toEqual([])
})

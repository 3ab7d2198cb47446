import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashFiles } from '../files/stamp'
import { type BuildStep, build, isBuildStale } from './build'

let root: string
const quiet = vi.fn()

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dainik-build-'))
  mkdirSync(join(root, 'app'))
  mkdirSync(join(root, 'public'))
  writeFileSync(join(root, 'app/page.tsx'), 'page')
})

afterEach(() => rmSync(root, { recursive: true }))

/** Two steps as the real ones are: one writes among the sources, one makes the build. */
const steps: BuildStep[] = [
  {
    name: 'script',
    run: async () => writeFileSync(join(root, 'public/reader.js'), 'script'),
    outputs: ['public/reader.js'],
  },
  {
    name: 'pages',
    run: async () => {
      mkdirSync(join(root, '.next'), { recursive: true })
      writeFileSync(join(root, '.next/BUILD_ID'), 'x')
    },
  },
]

test('a build of the same sources is not repeated, whatever their times', async () => {
  expect(isBuildStale(root, steps)).toBe(true)
  await build(root, { steps, out: quiet })

  utimesSync(join(root, 'app/page.tsx'), new Date(), new Date())

  expect(isBuildStale(root, steps)).toBe(false)
})

test.each([
  ['a changed source', () => writeFileSync(join(root, 'app/page.tsx'), 'another')],
  ['a new source', () => writeFileSync(join(root, 'app/new.tsx'), 'page')],
  ['a source that is gone', () => rmSync(join(root, 'app/page.tsx'))],
  ['a setting', () => writeFileSync(join(root, '.env'), 'SITE_URL=https://x')],
  ['a build that is gone', () => rmSync(join(root, '.next/BUILD_ID'))],
])('%s makes it stale', async (_, change) => {
  await build(root, { steps, out: quiet })

  change()

  expect(isBuildStale(root, steps)).toBe(true)
})

test('a test or a file that a step makes is no source', async () => {
  await build(root, { steps, out: quiet })

  writeFileSync(join(root, 'app/page.test.tsx'), 'test')
  writeFileSync(join(root, 'public/reader.js'), 'another')

  expect(isBuildStale(root, steps)).toBe(false)
})

test('a build that fails half-way counts as missing', async () => {
  await build(root, { steps, out: quiet })
  const failing = [{ name: 'fails', run: () => Promise.reject(new Error('killed')) }, ...steps]

  await expect(build(root, { steps: failing, out: quiet })).rejects.toThrow('killed')

  expect(isBuildStale(root, steps)).toBe(true)
})

test('files of the same bytes under other names are other sources', () => {
  writeFileSync(join(root, 'a'), 'one')
  const before = hashFiles(root, ['a', 'b'])

  rmSync(join(root, 'a'))
  writeFileSync(join(root, 'b'), 'one')

  expect(hashFiles(root, ['a', 'b'])).not.toBe(before)
})

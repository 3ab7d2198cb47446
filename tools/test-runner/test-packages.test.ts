import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { ensureTestPackages, testPackages } from './test-packages'

function makePackage(name: string, ...states: boolean[]) {
  return {
    names: [name, `${name}-modules`],
    purpose: `tests of ${name}`,
    isInstalled: async () => states.shift() ?? true,
  }
}

function captureOutput(stream: NodeJS.WriteStream): string[] {
  const lines: string[] = []
  vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  return lines
}

test('missing packages are named and installed together, and only those still missing are warned of', async () => {
  const install = vi.fn(async () => {})
  const printed = captureOutput(process.stdout)
  const warned = captureOutput(process.stderr)
  const [present, installed, absent] = [
    makePackage('present', true),
    makePackage('installed', false, true),
    makePackage('absent', false, false),
  ]

  await ensureTestPackages([present, installed, absent], install)
  vi.restoreAllMocks()

  expect(install.mock.calls).toEqual([
    [['installed', 'installed-modules', 'absent', 'absent-modules']],
  ])
  expect(printed.join('')).toBe(
    'dainik: missing Debian packages: installed installed-modules (tests of installed), absent absent-modules (tests of absent)\n',
  )
  expect(warned.join('')).toBe(
    'dainik: take note: tests of absent will fail: apt-get install absent absent-modules\n',
  )
})

test('a machine that has everything installs nothing', async () => {
  const install = vi.fn(async () => {})

  await ensureTestPackages([makePackage('present', true)], install)

  expect(install).not.toHaveBeenCalled()
})

test('README names every package', () => {
  const readme = readFileSync('README.md', 'utf8')

  expect(
    testPackages.flatMap(({ names }) => names).filter((name) => !readme.includes(name)),
  ).toEqual([])
})

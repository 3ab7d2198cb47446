import { existsSync } from 'node:fs'
import { commandSucceeds, runProcess } from '../process/child-process'
import { info, step, warn } from '../terminal/terminal'
import { findChromium, findOrDownloadChromium } from './chromium'

type TestPackage = {
  /** Debian's names. */
  names: string[]
  /** The tests that need it. */
  purpose: string
  isInstalled: () => Promise<boolean>
}

const browserPackages: TestPackage[] = [
  {
    names: ['chromium'],
    purpose: 'browser tests',
    isInstalled: async () => (await findChromium()) !== null,
  },
  {
    names: ['fonts-noto-core', 'fontconfig'],
    purpose: 'Bengali letters in browser tests',
    isInstalled: hasBengaliFont,
  },
]

/** The programs of the tests that npm does not install: the only list of them. */
export const testPackages: TestPackage[] = [
  ...browserPackages,
  {
    names: ['redis-server'],
    purpose: 'tests with a real Redis',
    isInstalled: () => commandSucceeds('redis-server', ['--version']),
  },
  {
    names: ['varnish', 'varnish-modules'],
    purpose: 'tests with a real Varnish',
    isInstalled: () => commandSucceeds('varnishd', ['-V']),
  },
]

/** Prints the missing packages, installs them where it has the right to, and warns about those still missing. */
export async function ensureTestPackages(
  packages = testPackages,
  install = installPackages,
): Promise<void> {
  const missing = await listMissing(packages)
  if (missing.length === 0) return
  const wanted = missing.map(({ names, purpose }) => `${names.join(' ')} (${purpose})`)
  info(`missing Debian packages: ${wanted.join(', ')}`)
  await install(missing.flatMap(({ names }) => names))
  for (const { names, purpose } of await listMissing(missing)) {
    warn(`take note: ${purpose} will fail: apt-get install ${names.join(' ')}`)
  }
}

/** A Chromium that runs, and a Bengali font for it. @throws UserError when there is no Chromium to be had */
export async function findOrInstallChromium(): Promise<string> {
  await ensureTestPackages(browserPackages)
  return await findOrDownloadChromium()
}

async function listMissing(packages: TestPackage[]): Promise<TestPackage[]> {
  const installed = await Promise.all(packages.map(({ isInstalled }) => isInstalled()))
  return packages.filter((_, index) => !installed[index])
}

/** Does nothing where there is no apt-get or no right to use it. */
async function installPackages(names: string[]): Promise<void> {
  if (!existsSync('/usr/bin/apt-get')) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !(await commandSucceeds('sudo', ['-n', 'true']))) return
  const [program = '', ...before] = isRoot ? ['apt-get'] : ['sudo', '-n', '-E', 'apt-get']
  const install = ['install', '-y', '--no-install-recommends', ...names]
  await step('Debian packages', async (progress) => {
    for (const args of [['update'], install]) {
      const { code, output } = await runProcess(program, [...before, ...args], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        onLine: (line) => line.trim() && progress(line.trim().slice(0, 70)),
        timeoutMs: 600_000,
      })
      // Old lists may suffice: only a failed installation is reported.
      if (code !== 0 && args === install) warn(`apt-get: ${output.split('\n').at(-1)}`)
    }
  })
}

async function hasBengaliFont(): Promise<boolean> {
  try {
    return (await runProcess('fc-list', [':lang=bn', 'family'])).output.trim() !== ''
  } catch {
    return false // no fontconfig: no fonts either
  }
}

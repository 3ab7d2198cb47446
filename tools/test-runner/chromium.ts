import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { runProcess } from '../process/child-process'
import { step, UserError, warn } from '../terminal/terminal'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that runs, and a Bengali font for it to draw with. In this order: the one
 * Playwright has downloaded before, one on the PATH, Playwright's download where its host can be
 * reached, Debian's packages where we may install them.
 *
 * @throws Trouble when there is none to be had
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = await findChromium()
  if (found) {
    await ensureBengaliFont()
    return found
  }
  if (await canDownload()) await step('browser (from Playwright)', download)
  const downloaded = await findChromium()
  if (downloaded) {
    await ensureBengaliFont()
    return downloaded
  }
  await installPackages("browser (Debian's chromium)", ['chromium', 'fonts-noto-core'])
  const installed = await findChromium()
  if (installed) return installed
  throw new UserError(
    'there is no browser to test with: install Chromium (on Debian: apt-get install chromium fonts-noto-core), or run npx playwright install chromium',
  )
}

async function findChromium(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  for (const file of [chromium.executablePath(), ...onPath]) {
    if (file && isExecutable(file) && (await commandSucceeds(file, ['--version']))) return file
  }
  return null
}

/** A machine behind a closed door may let Playwright wait for many minutes: one short question first. */
async function canDownload(): Promise<boolean> {
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false // not reachable, which is why there is a next way
  }
}

async function download(progress: (line: string) => void): Promise<void> {
  const description = createRequire(import.meta.url).resolve('playwright/package.json')
  const cli = join(dirname(description), 'cli.js')
  const onLine = (line: string) => progress(line.trim())
  await runProcess(process.execPath, [cli, 'install', 'chromium'], { onLine, timeoutMs: 300_000 })
}

async function ensureBengaliFont(): Promise<void> {
  if (await hasBengaliFont()) return
  await installPackages('Bengali font', ['fonts-noto-core'])
  if (await hasBengaliFont()) return
  warn('take note: no Bengali font on this machine, so pictures of pages show the fallback')
}

async function hasBengaliFont(): Promise<boolean> {
  try {
    return (await runProcess('fc-list', [':lang=bn', 'family'])).output.trim() !== ''
  } catch {
    return false // no fontconfig: no fonts either
  }
}

/** Does nothing where there is no apt or no right to use it: the caller looks at what is there then. */
export async function installPackages(name: string, packages: string[]): Promise<void> {
  if (!existsSync('/usr/bin/apt-get')) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !(await commandSucceeds('sudo', ['-n', 'true']))) return
  const [program = '', ...before] = isRoot ? ['apt-get'] : ['sudo', '-n', '-E', 'apt-get']
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  await step(name, async (progress) => {
    for (const args of [['update'], install]) {
      const { code, output } = await runProcess(program, [...before, ...args], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        onLine: (line) => line.trim() && progress(line.trim().slice(0, 70)),
        timeoutMs: 600_000,
      })
      // Old lists may still do: only a failed installation is worth a line.
      if (code !== 0 && args === install) warn(`apt-get: ${output.split('\n').at(-1)}`)
    }
  })
}

export async function commandSucceeds(file: string, args: string[]): Promise<boolean> {
  try {
    return (await runProcess(file, args, { timeoutMs: 20_000 })).code === 0
  } catch {
    return false // there is no such program
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

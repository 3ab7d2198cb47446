import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { commandSucceeds, runProcess } from '../process/child-process'
import { step, UserError } from '../terminal/terminal'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that runs: the one Playwright has downloaded before, one on the PATH, or Playwright's download.
 *
 * @throws UserError when there is none and none can be downloaded
 */
export async function findOrDownloadChromium(): Promise<string> {
  const found = await findChromium()
  if (found) return found
  if (await canDownload()) await step('browser (from Playwright)', download)
  const downloaded = await findChromium()
  if (downloaded) return downloaded
  throw new UserError(
    'there is no browser to test with: install Chromium (on Debian: apt-get install chromium fonts-noto-core), or run npx playwright install chromium',
  )
}

export async function findChromium(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  for (const file of [chromium.executablePath(), ...onPath]) {
    if (file && isExecutable(file) && (await commandSucceeds(file, ['--version']))) return file
  }
  return null
}

/** One short request first: behind a firewall Playwright's download waits for minutes. */
async function canDownload(): Promise<boolean> {
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false // not reachable
  }
}

async function download(progress: (line: string) => void): Promise<void> {
  const description = createRequire(import.meta.url).resolve('playwright/package.json')
  const cli = join(dirname(description), 'cli.js')
  const onLine = (line: string) => progress(line.trim())
  await runProcess(process.execPath, [cli, 'install', 'chromium'], { onLine, timeoutMs: 300_000 })
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

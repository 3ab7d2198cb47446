import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

const fileName = 'newsroom-secret'

/** Writes it whole before it has its name, so that of two who begin at once both read the same. */
function createSecret(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const temporaryFile = join(folder, `${fileName}.${process.pid}`)
  writeFileSync(temporaryFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(temporaryFile, join(folder, fileName))
  } catch (error) {
    // Another process wrote the file first: its secret is used.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporaryFile)
  }
}

function readSecret(folder: string): string | null {
  try {
    return readFileSync(join(folder, fileName), 'utf8').trim()
  } catch (error) {
    // The file does not exist yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The secret that signs cookies and encrypts two-step keys: the setting, otherwise one that is generated once in the
 * data folder and readable by this account only. With another secret all users have to sign in again, and two-step
 * keys are lost.
 */
export function newsroomSecret(
  configured = env.NEWSROOM_SECRET,
  folder = env.DAINIK_DATA_DIR,
): string {
  if (configured) return configured
  const stored = readSecret(folder)
  if (stored) return stored
  createSecret(folder)
  return newsroomSecret(configured, folder)
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toFileError } from '../files/file-error'
import { onChildrenChange } from '../process/child-process'
import { acquireFileLock, releaseFileLock } from '../process/file-lock'
import { endProcess, type ProcessIdentity } from '../process/process-identity'
import { UserError } from '../terminal/terminal'

/** The state file of a running `npm start`, read by a second one or by the next one after a crash. */
type RunState = { address: string | null; children: ProcessIdentity[] }

export type Claim = { setAddress: (address: string) => void; release: () => void }

/**
 * Makes this process the one `npm start` of the folder. Processes that a killed one left running are ended.
 *
 * @throws UserError with pid and address when one runs already
 */
export async function claimFolder(dataDir: string): Promise<Claim> {
  const lock = join(dataDir, 'start.lock')
  const file = join(dataDir, 'start.json')
  try {
    mkdirSync(dataDir, { recursive: true })
    const holder = acquireFileLock(lock)
    if (holder) {
      const address = read(file)?.address
      const where = address ? `at ${address}` : 'and is still starting'
      throw new UserError(
        `already running from this folder (process ${holder.pid}) ${where}: use that one, or stop it with kill ${holder.pid}`,
      )
    }
    const left = read(file)?.children ?? []
    await Promise.all(left.map((child) => endProcess(child, { group: true, graceMs: 2000 })))
    const state: RunState = { address: null, children: [] }
    write(file, state)
    onChildrenChange((children) => {
      state.children = children
      if (existsSync(lock)) write(file, state)
    })
    return {
      setAddress: (address) => {
        state.address = address
        write(file, state)
      },
      release: () => {
        rmSync(file, { force: true })
        releaseFileLock(lock)
      },
    }
  } catch (error) {
    throw toFileError(error, dataDir)
  }
}

/** Where the `npm start` of that folder is answering; null when none does. */
export const findRunningAddress = (dataDir: string): string | null =>
  read(join(dataDir, 'start.json'))?.address ?? null

function read(file: string): RunState | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunState
  } catch {
    return null // none, or cut short: there is nothing to learn from it
  }
}

function write(file: string, state: RunState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}

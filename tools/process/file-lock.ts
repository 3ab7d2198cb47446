import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { errorCode } from '../terminal/terminal'
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity'

/**
 * Takes the lock file for this process, or returns its holder. The lock of a process that no
 * longer runs, or whose number now belongs to another one, counts for nothing.
 *
 * Made complete under another name and then linked: a lock that can be seen is a lock that can be
 * read, however its writer ended.
 */
export function acquireFileLock(path: string): ProcessIdentity | null {
  const own = ownIdentity()
  const draft = `${path}.${own.pid}`
  writeFileSync(draft, JSON.stringify(own))
  try {
    for (;;) {
      try {
        linkSync(draft, path)
        return null
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      const holder = readFileLock(path)
      if (holder && isRunning(holder)) return holder
      discardStale(path, holder, `${draft}.stale`)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Gives the lock back if it is ours. */
export function releaseFileLock(path: string): void {
  const holder = readFileLock(path)
  const own = ownIdentity()
  if (holder?.pid === own.pid && holder.born === own.born) rmSync(path, { force: true })
}

export function readFileLock(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity
  } catch {
    return null // absent, or cut short by a full disk: held by nobody either way
  }
}

/** Two processes may find the same stale lock: one that moved a fresh lock by mistake puts it back. */
function discardStale(path: string, stale: ProcessIdentity | null, aside: string): void {
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const moved = readFileLock(aside)
  if (moved && moved.pid !== stale?.pid && isRunning(moved)) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
  rmSync(aside, { force: true })
}

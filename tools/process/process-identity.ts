import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A process, told apart from a later one that got the same number: `born` names the moment it
 * started (on Linux the boot and the clock tick, elsewhere what `ps` says).
 */
export type ProcessIdentity = { pid: number; born: string }

const bootId = readOptional('/proc/sys/kernel/random/boot_id')?.trim()

/** The process that has this pid now; null when there is none, or only a zombie. */
export function identify(pid: number): ProcessIdentity | null {
  if (bootId) {
    const stat = readOptional(`/proc/${pid}/stat`)
    // The name in brackets may itself hold spaces and brackets: fields are counted from the last one.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (!fields || fields[0] === 'Z' || fields[0] === 'X') return null
    return { pid, born: `${bootId}/${fields[19]}` }
  }
  const born = ps(pid, 'lstart=')
  return born ? { pid, born } : null
}

export function isRunning(process: ProcessIdentity): boolean {
  return identify(process.pid)?.born === process.born
}

export function ownIdentity(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, born: 'unknown' }
}

/** The command line, arguments separated by spaces; empty when the process is gone. */
export function commandLine(pid: number): string {
  if (!bootId) return ps(pid, 'args=')
  return (readOptional(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim()
}

/** @param group signals the whole process group that `pid` leads. */
export function signal(pid: number, name: NodeJS.Signals, { group = false } = {}): void {
  try {
    process.kill(group ? -pid : pid, name)
  } catch (error) {
    // ESRCH: it ended by itself just now, which is what the signal was for.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until `done` returns true, at most `ms`. Returns whether it did. */
export async function waitUntil(done: () => boolean, ms: number, everyMs = 20): Promise<boolean> {
  const deadline = Date.now() + ms
  while (!done()) {
    if (Date.now() > deadline) return false
    await sleep(everyMs)
  }
  return true
}

/** Asks a process (or its whole group) to end, and after `graceMs` no longer asks. */
export async function endProcess(
  target: ProcessIdentity,
  { first = 'SIGTERM' as NodeJS.Signals, graceMs = 4000, group = false } = {},
): Promise<void> {
  const gone = () => !isRunning(target) && !(group && hasGroup(target.pid))
  if (gone()) return
  signal(target.pid, first, { group })
  if (await waitUntil(gone, graceMs)) return
  signal(target.pid, 'SIGKILL', { group })
  await waitUntil(gone, 2000)
}

function hasGroup(pgid: number): boolean {
  try {
    process.kill(-pgid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function ps(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return '' // ps answers 1 when there is no such process
  }
}

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // no /proc on this system, or the process is gone
  }
}

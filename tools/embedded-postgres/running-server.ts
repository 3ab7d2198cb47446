import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  commandLine,
  endProcess,
  identify,
  type ProcessIdentity,
} from '../process/process-identity'
import { clusterHome } from './cluster'

/** A running PostgreSQL of our data directory, started by any process. */
export type RunningServer = { process: ProcessIdentity; port: number; isReady: boolean }

/**
 * Reads postmaster.pid and believes it only if that process is a PostgreSQL of this very directory:
 * after a crash or a reboot the number may belong to anybody.
 */
export function findServer(dataDir: string): RunningServer | null {
  const data = join(clusterHome(dataDir), 'data')
  const lines = readPidFile(data)
  const process = lines && identify(Number(lines[0]))
  if (!process || !`${commandLine(process.pid)} `.includes(` -D ${data} `)) return null
  return { process, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Makes way for a new server where none runs: ends backends that outlived a killed postmaster (they
 * still write to the files), and removes a postmaster.pid whose number is a stranger's by now.
 * Any other stale postmaster.pid is left to PostgreSQL, which checks the shared memory it names.
 */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const data = join(clusterHome(dataDir), 'data')
  await Promise.all(
    processesIn(data).map((backend) => endProcess(backend, { first: 'SIGQUIT', graceMs: 3000 })),
  )
  const pid = Number(readPidFile(data)?.[0])
  if (pid && identify(pid)) rmSync(join(data, 'postmaster.pid'))
}

function readPidFile(data: string): string[] | null {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null // no file: no server
  }
}

/** Every process of PostgreSQL has its data directory as working directory. Without /proc: unknown. */
function processesIn(data: string): ProcessIdentity[] {
  if (!existsSync('/proc/self/cwd')) return []
  const found: ProcessIdentity[] = []
  for (const entry of readdirSync('/proc')) {
    const process = /^\d+$/.test(entry) && isIn(entry, data) && identify(Number(entry))
    if (process) found.push(process)
  }
  return found
}

function isIn(pid: string, directory: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === directory &&
      readlinkSync(`/proc/${pid}/exe`).endsWith('/postgres')
    )
  } catch {
    return false // ended meanwhile, or another user's, and so not ours
  }
}

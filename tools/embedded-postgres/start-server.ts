import { spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../process/free-port'
import { endProcess, identify } from '../process/process-identity'
import { onEnd, throwIfEnding } from '../process/run-main'
import type { Account } from './account'
import { type Binaries, postgresEnv } from './binaries'
import { clusterHome } from './cluster'
import { findServer, type RunningServer } from './running-server'
import { toServerError } from './server-error'

/** Sized for a small machine that also runs the paper; durability is PostgreSQL's default, on. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

const logKeepBytes = 10 * 1024 * 1024

/**
 * Starts PostgreSQL in a session of its own, so that it outlives its parent process until it is
 * stopped, and waits until it accepts connections.
 *
 * @param port the one to keep (after a crash); when taken or absent, a free one
 */
export async function startServer(
  dataDir: string,
  binaries: Binaries,
  account: Account,
  port?: number,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const at = await freePort(attempt === 1 ? port : undefined)
    const outcome = await tryStart(dataDir, binaries, account, at)
    if (typeof outcome !== 'string') return outcome
    // Another program may take the port between our check and PostgreSQL's start.
    const isPortTaken = /could not create any TCP\/IP sockets|Address already in use/.test(outcome)
    if (!isPortTaken || attempt === 5) throw toServerError(outcome, dataDir)
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer({ process }: RunningServer): Promise<void> {
  await endProcess(process, { first: 'SIGINT', graceMs: 8000 })
}

async function tryStart(
  dataDir: string,
  binaries: Binaries,
  account: Account,
  port: number,
): Promise<RunningServer | string> {
  throwIfEnding()
  const log = join(dataDir, 'postgres.log')
  const logStart = rotate(log)
  const out = openSync(log, 'a')
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dataDir) // the log belongs to whom the folder belongs to
    fchownSync(out, uid, gid)
  }
  const flags = Object.entries({ ...settings, port }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  const data = join(clusterHome(dataDir), 'data')
  const { file, args, options } = account.wrap(binaries.postgres, ['-D', data, ...flags])
  const child = spawn(file, args, {
    detached: true,
    stdio: ['ignore', out, out],
    env: postgresEnv,
    cwd: '/',
    ...options,
  })
  closeSync(out)
  child.unref()
  const postmaster = child.pid ? identify(child.pid) : null
  const forget = onEnd(async () => {
    if (postmaster) await endProcess(postmaster, { first: 'SIGINT', graceMs: 3000 })
  })
  let failure: string | null = null
  child.once('error', (error) => {
    failure = error.message
  })
  const readFailure = () => {
    failure ??= readFileSync(log, 'utf8').slice(logStart)
  }
  child.once('exit', readFailure)
  try {
    // Without a limit: after a crash a large archive may take minutes to recover.
    while (failure === null) {
      const server = findServer(dataDir)
      if (server?.isReady && server.process.pid === child.pid) return server
      await sleep(10)
    }
    return failure
  } finally {
    // Once it has started, its end is no failure to start, and its folder may go with it.
    child.off('exit', readFailure)
    forget()
  }
}

/** Keeps the log from growing for years; answers where this start's lines begin. */
function rotate(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size < logKeepBytes) return size
  renameSync(log, `${log}.old`)
  return 0
}

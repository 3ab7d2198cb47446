import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { toFileError } from '../files/file-error'
import { acquireFileLock, readFileLock, releaseFileLock } from '../process/file-lock'
import { isRunning, ownIdentity, type ProcessIdentity } from '../process/process-identity'
import { UserError } from '../terminal/terminal'
import { chooseAccount, giveTo } from './account'
import { findBinaries } from './binaries'
import { checkVersion, clusterHome, createCluster, hasCluster, readPassword } from './cluster'
import { clearLeftovers, findServer, type RunningServer } from './running-server'
import { startServer, stopServer } from './start-server'

export type EmbeddedServer = {
  url: string
  port: number
  process: ProcessIdentity
  /** False when it ran already: another command uses it too, or outlived its launcher. */
  isOurs: boolean
  /** Stops PostgreSQL, unless another command still uses it. */
  leave: () => Promise<void>
}

const databaseName = 'dainik'

let joined = 0

/**
 * The folder's own PostgreSQL, started if it is not running. Any number of commands may share it
 * (`npm start`, an import, a second import): the first to come starts it, the last to leave stops
 * it. One that was left alone by a kill -9 is taken over as it is.
 *
 * @param port the port to ask for when it has to be started
 */
export async function joinServer(
  directory: string,
  { port }: { port?: number } = {},
): Promise<EmbeddedServer> {
  const dataDir = prepareDirectory(directory)
  return await withServerLock(dataDir, async () => {
    const found = findServer(dataDir)
    const running = found?.isReady ? found : await bringUp(dataDir, found, port)
    const user = join(userDirectory(dataDir), `${process.pid}-${++joined}`)
    writeFileSync(user, JSON.stringify(ownIdentity()))
    const password = readPassword(dataDir)
    return {
      url: `postgresql://dainik:${password}@127.0.0.1:${running.port}/${databaseName}`,
      port: running.port,
      process: running.process,
      isOurs: running !== found,
      leave: () => leave(dataDir, user),
    }
  })
}

async function bringUp(
  dataDir: string,
  unready: RunningServer | null,
  port: number | undefined,
): Promise<RunningServer> {
  // Starting up or shutting down for a process that has ended: we hold the lock.
  if (unready) await stopServer(unready)
  const binaries = await findBinaries()
  const isNew = !hasCluster(dataDir)
  const account = await chooseAccount({
    owned: isNew ? dataDir : join(clusterHome(dataDir), 'data'),
    entered: dataDir,
    program: binaries.postgres,
  })
  if (isNew) await createCluster(dataDir, binaries, account)
  else {
    checkVersion(dataDir, binaries)
    await clearLeftovers(dataDir)
    adopt(dataDir, account)
  }
  return await startServer(dataDir, binaries, account, port)
}

async function leave(dataDir: string, user: string): Promise<void> {
  await withServerLock(dataDir, async () => {
    rmSync(user, { force: true })
    const server = findServer(dataDir)
    if (server && !hasUsers(dataDir)) await stopServer(server)
  })
}

/** Data that came with another owner or mode: from a backup, a copy, an earlier kind of account. */
function adopt(dataDir: string, account: Awaited<ReturnType<typeof chooseAccount>>): void {
  const data = join(clusterHome(dataDir), 'data')
  const owner = statSync(data).uid
  if (account.files && account.files.uid !== owner) giveTo(account, data)
  const self = process.getuid?.()
  if (account.files || self === undefined || self === owner) {
    chmodSync(data, 0o700) // PostgreSQL refuses a directory that others may read
    return
  }
  throw new UserError(
    `${data} belongs to another user (number ${owner}): start as that user, or give it to this one with chown -R`,
  )
}

function prepareDirectory(directory: string): string {
  try {
    const isNew = mkdirSync(userDirectory(directory), { recursive: true }) !== undefined
    const parent = statSync(dirname(directory))
    // Root in another user's folder: that user owns the files, and PostgreSQL runs as that user.
    if (isNew && process.getuid?.() === 0) {
      for (const made of [directory, userDirectory(directory)]) {
        chownSync(made, parent.uid, parent.gid)
      }
    }
    return realpathSync(directory)
  } catch (error) {
    throw toFileError(error, directory)
  }
}

function hasUsers(dataDir: string): boolean {
  const files = readdirSync(userDirectory(dataDir)).map((name) =>
    join(userDirectory(dataDir), name),
  )
  return files.some((file) => {
    const user = readFileLock(file)
    if (user && isRunning(user)) return true
    rmSync(file, { force: true })
    return false
  })
}

function userDirectory(dataDir: string): string {
  return join(dataDir, 'postgres-users')
}

/** One process at a time starts or stops the server. */
async function withServerLock<T>(dataDir: string, run: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'postgres.lock')
  try {
    while (acquireFileLock(lock)) await sleep(20)
  } catch (error) {
    throw toFileError(error, lock)
  }
  try {
    return await run()
  } catch (error) {
    throw toFileError(error, dataDir)
  } finally {
    releaseFileLock(lock)
  }
}

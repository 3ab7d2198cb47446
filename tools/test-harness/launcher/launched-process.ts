import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findServer } from '../../embedded-postgres/running-server'
import { stopServer } from '../../embedded-postgres/start-server'
import { freePort } from '../../process/free-port'
import { commandLine, signal, waitUntil } from '../../process/process-identity'
import { SpawnedProcess } from '../processes/spawned-process'
import type { LaunchRequest } from './launch-entry'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** Responds with its own pid, and ends when its launcher has ended, as server/main.ts does. */
const server = `
import { createServer } from 'node:http'
const { HOST, PORT } = process.env
const server = createServer((_, response) => response.end(String(process.pid)))
server.listen(Number(PORT), HOST, () => process.send({ ready: true, address: 'http://' + HOST + ':' + PORT }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
`

const firstMigration = `create extension pg_trgm;
create table "Article" (id serial primary key, headline text not null);`

/** A folder with a migration and a server in it, as small as the launcher allows. */
export function makeProject(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dainik-start-')))
  addMigration(root, '0001_first', firstMigration)
  writeFileSync(join(root, 'prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(
    join(root, 'prisma/schema.prisma'),
    'datasource db {\n  provider = "postgresql"\n}\n',
  )
  copyFileSync(join(project, 'prisma.config.ts'), join(root, 'prisma.config.ts'))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'server.mjs'), server)
  return root
}

export function addMigration(root: string, name: string, sql: string): void {
  mkdirSync(join(root, 'prisma/migrations', name), { recursive: true })
  writeFileSync(join(root, 'prisma/migrations', name, 'migration.sql'), sql)
}

/**
 * A project whose database is made, migrated and filled; nothing runs in it. Its PostgreSQL does not
 * wait for the disk: what a test kills is processes, never the machine.
 */
export async function makeStartedProject(): Promise<string> {
  const root = makeProject()
  try {
    const first = await waitUntilReady(await startLauncher(root))
    signal(first.pid, 'SIGTERM')
    await first.ended
    appendFileSync(join(root, '.data/postgres/data/postgresql.conf'), 'fsync = off\n')
    return root
  } catch (error) {
    await cleanUp(root)
    throw error
  }
}

export function copyData(from: string, to: string): void {
  cpSync(join(from, '.data'), join(to, '.data'), { recursive: true })
}

/** `npm start` of such a project. */
export class LaunchedProcess extends SpawnedProcess {
  constructor(
    readonly port: number,
    request: LaunchRequest,
  ) {
    const program = join(project, 'tools/test-harness/launcher/launch-entry.ts')
    const args = ['--import', import.meta.resolve('tsx'), program, JSON.stringify(request)]
    super(process.execPath, args, { cwd: request.root })
    launched.push(this)
  }

  async waitForOutput(words: string): Promise<void> {
    await this.waitUntil(() => this.output.includes(words), 45_000)
  }
}

const launched: LaunchedProcess[] = []

export async function startLauncher(
  root: string,
  request: Partial<LaunchRequest> = {},
): Promise<LaunchedProcess> {
  const port = request.port ?? (await freePort())
  return new LaunchedProcess(port, { root, dataDir: join(root, '.data'), ...request, port })
}

export async function waitUntilReady(launcher: LaunchedProcess): Promise<LaunchedProcess> {
  await launcher.waitForOutput('Dainik is at')
  return launcher
}

/** The processes that have this folder as working directory or in the command line. */
export function processesOf(root: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => isAt(pid, root) || commandLine(Number(pid)).includes(root))
    .map((pid) => `${pid} ${commandLine(Number(pid))}`)
}

/** Ends the processes that a test has left, and removes its folder. */
export async function cleanUp(root: string): Promise<void> {
  for (const { isRunning, pid } of launched.splice(0)) if (isRunning) signal(pid, 'SIGKILL')
  const postgres = findServer(join(root, '.data'))
  if (postgres) await stopServer(postgres)
  await waitUntil(() => processesOf(root).length === 0, 3000)
  for (const line of processesOf(root)) signal(Number.parseInt(line, 10), 'SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
}

function isAt(pid: string, root: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(root)
  } catch {
    return false // ended meanwhile
  }
}

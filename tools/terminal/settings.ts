import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Env } from '../../lib/env'
import { toSingleLine, UserError, warn } from './terminal'

/**
 * The settings of this installation: the environment, then `.env.local` and `.env` of the folder,
 * in the order in which Next reads them. The values of the files are put into `process.env` for child processes.
 *
 * @throws UserError that names the wrong ones
 */
export async function readSettings(root = process.cwd()): Promise<Env> {
  for (const file of ['.env.local', '.env']) {
    if (existsSync(join(root, file))) process.loadEnvFile(join(root, file))
  }
  try {
    // Imported late: the module reads the environment when it is loaded.
    const { listFormerNames, readEnv } = await import('../../lib/env')
    for (const [former, name] of listFormerNames(process.env)) {
      warn(`the setting ${former} is now called ${name}: please rename it`)
      // Child processes read the name of today and do not warn again.
      process.env[name] = process.env[former]
    }
    return readEnv(process.env)
  } catch (error) {
    throw new UserError(toSingleLine((error as Error).message), { cause: error })
  }
}

/** Where everything that the paper keeps lies; tests have theirs elsewhere. */
export function dataDirectory(
  settings: Pick<Env, 'DAINIK_DATA_DIR'>,
  root = process.cwd(),
): string {
  return resolve(root, settings.DAINIK_DATA_DIR)
}

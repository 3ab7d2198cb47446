import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ProcessResult, runProcess } from '../process/child-process'

const engine = fileURLToPath(new URL('prisma-schema-engine.mjs', import.meta.url))

/**
 * Runs Prisma's CLI on the schema engine from npm, so that it needs no download.
 *
 * @param root the folder that holds prisma.config.ts
 * @param inherit lets the CLI speak to the terminal (and ask) instead of collecting what it says
 */
export async function runPrisma(
  args: string[],
  { url = '', root = process.cwd(), inherit = false } = {},
): Promise<ProcessResult> {
  makeExecutable(engine)
  const require = createRequire(import.meta.url)
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js')
  return await runProcess(process.execPath, [cli, ...args], {
    cwd: root,
    terminal: inherit ? 'converse' : 'collect',
    env: {
      ...process.env,
      DATABASE_URL: url,
      // The engine's first line asks `env` for node: it shall find the one we run on.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      CHECKPOINT_DISABLE: '1', // no calls home: no telemetry, no search for updates
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...(inherit ? {} : { NO_COLOR: '1' }),
    },
  })
}

/** Git keeps the executable bit; an archive or a copy through another system may not. */
function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ProcessResult, runProcess } from '../process/child-process'

/**
 * Runs Prisma's CLI. Before any command the CLI downloads its schema engine from a host of its own. A command that does
 * not use the engine gets an existing file in its place, and so works offline.
 *
 * @param root the folder that holds prisma.config.ts
 * @param inherit connects the CLI to the terminal instead of collecting its output
 */
export async function runPrisma(
  args: string[],
  { url = '', root = process.cwd(), inherit = false } = {},
): Promise<ProcessResult> {
  const require = createRequire(import.meta.url)
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js')
  return await runProcess(process.execPath, [cli, ...args], {
    cwd: root,
    terminal: inherit ? 'converse' : 'collect',
    env: {
      ...(needsEngine(args) ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: cli }),
      ...process.env,
      DATABASE_URL: url,
      CHECKPOINT_DISABLE: '1', // no telemetry, no search for updates
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...(inherit ? {} : { NO_COLOR: '1' }),
    },
  })
}

/** Whether Prisma runs the command in its schema engine, a native program that is not on npm. */
export function needsEngine([command, sub, ...rest]: string[]): boolean {
  if (sub === undefined || [sub, ...rest].includes('--help')) return false
  return command === 'migrate' || (command === 'db' && sub !== 'seed')
}

/** Whether the command reads or writes the database. */
export function needsDatabase([command, sub, ...rest]: string[]): boolean {
  if (rest.includes('--help')) return false
  if (command !== 'migrate') return command === 'db' || command === 'studio'
  return sub !== 'diff' || rest.some((flag) => /^--(from-migrations|(from|to)-config)/.test(flag))
}

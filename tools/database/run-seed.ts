import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess } from '../process/child-process'
import { errorCode, UserError } from '../terminal/terminal'
import { withClient } from './database'
import { toDatabaseError } from './database-error'

/** Whether the paper has not one story, not even a draft. */
export async function isPaperEmpty(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query('select exists (select from "Article") as has_one')
      return !rows[0].has_one
    })
  } catch (error) {
    if (errorCode(error) === '42P01') return true // no such table yet
    throw toDatabaseError(error, url)
  }
}

/** Loads the sample paper. @throws UserError when that fails; the output has been printed before */
export async function runSeed(
  url: string,
  root = process.cwd(),
  progress: (line: string) => void = () => {},
): Promise<void> {
  if (!existsSync(join(root, 'prisma/seed.ts'))) return
  const args = ['--import', 'tsx', '--conditions=react-server', 'prisma/seed.ts']
  const { code, signal, output } = await runProcess(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    onLine: (line) => line.trim() && progress(line.trim()),
  })
  if (code === 0) return
  process.stderr.write(`${output}\n`)
  throw new UserError(
    `the sample paper could not be loaded (${signal ?? `status ${code}`}): what it said stands above`,
  )
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { hashFiles, hasStamp, writeStamp } from '../files/stamp'
import { toSingleLine, UserError } from '../terminal/terminal'
import { runPrisma } from './prisma-cli'

const generated = 'lib/db/generated'

/** Whether the database client is missing, or was made from another schema or by another Prisma. */
export function isClientStale(root = process.cwd()): boolean {
  return !hasStamp(join(root, generated, '.made-from'), sourceHash(root))
}

/** @throws UserError with Prisma's message when the schema is wrong */
export async function generateClient(root = process.cwd()): Promise<void> {
  const hash = sourceHash(root)
  const { code, output } = await runPrisma(['generate'], { root })
  if (code !== 0) throw new UserError(`prisma generate failed: ${toSingleLine(output)}`)
  writeStamp(join(root, generated, '.made-from'), hash)
}

function sourceHash(root: string): string {
  const require = createRequire(import.meta.url)
  const versions = ['prisma', '@prisma/client'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version,
  )
  return `${hashFiles(root, ['prisma/schema.prisma', 'prisma/schema'])} ${versions.join(' ')}`
}

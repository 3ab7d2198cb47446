import { withDatabase } from '../tools/database/database'
import { runPrisma } from '../tools/prisma/prisma-cli'
import { runMain } from '../tools/process/run-main'

/** `npm run prisma -- …`: Prisma's CLI with the paper's database, started for it where it is needed. */
runMain(import.meta.url, async () => {
  const args = process.argv.slice(2)
  const run = async (url?: string) => (await runPrisma(args, { url, inherit: true })).code ?? 1
  return needsDatabase(args) ? await withDatabase(run) : await run(process.env.DATABASE_URL)
})

export function needsDatabase([command, sub, ...rest]: string[]): boolean {
  if (rest.includes('--help')) return false
  if (command !== 'migrate') return command === 'db' || command === 'studio'
  return sub !== 'diff' || rest.some((flag) => /^--(from-migrations|(from|to)-config)/.test(flag))
}

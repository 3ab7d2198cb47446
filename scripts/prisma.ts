import { withDatabase } from '../tools/database/database'
import { resolveRolledBack } from '../tools/prisma/migrate'
import { needsDatabase, needsEngine, runPrisma } from '../tools/prisma/prisma-cli'
import { runMain } from '../tools/process/run-main'
import { info, warn } from '../tools/terminal/terminal'

/** `npm run prisma -- …`: Prisma's CLI with the paper's database, started for it where it is needed. */
runMain(import.meta.url, async () => {
  const args = process.argv.slice(2)
  const [command, sub, flag, name] = args
  if (command === 'migrate' && sub === 'resolve' && flag === '--rolled-back' && name) {
    return await withDatabase(async (url) => {
      const count = await resolveRolledBack(url, name)
      info(count > 0 ? `${name} counts as rolled back` : `${name} has no failed attempt`)
      return count > 0 ? 0 : 1
    })
  }
  const run = async (url?: string) => (await runPrisma(args, { url, inherit: true })).code ?? 1
  const code = await (needsDatabase(args) ? withDatabase(run) : run(process.env.DATABASE_URL))
  if (code !== 0 && needsEngine(args)) {
    warn(
      'take note: this command runs in Prisma’s schema engine, which Prisma downloads from binaries.prisma.sh; without that host set PRISMA_SCHEMA_ENGINE_BINARY to a schema-engine of the same version. `npm start` migrates without it',
    )
  }
  return code
})

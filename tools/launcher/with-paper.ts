import { withDatabase } from '../database/database'
import { generateClient, isClientStale } from '../prisma/generate-client'
import { listPending } from '../prisma/migrate'
import { step, UserError } from '../terminal/terminal'

/**
 * Runs `run` with the address of the paper's database, which is migrated, after the database client is made: `run`
 * imports what needs the client. @throws UserError when the database is not up to date
 */
export async function withPaper<T>(run: (url: string) => Promise<T>): Promise<T> {
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) {
      throw new UserError('the database is not up to date: start the paper once (npm start)')
    }
    return await run(url)
  })
}

import { connectDb } from '../lib/db/client'
import { env } from '../lib/env'
import { seedPaper } from './seed/load-sample-paper'

/** Loads the sample paper into an empty database; a paper that is there stays as it is. */
if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
const db = connectDb(env.DATABASE_URL)
try {
  const seeded = await seedPaper(db, new Date(), (line) =>
    process.stdout.write(`dainik: ${line}\n`),
  )
  if (!seeded) process.stdout.write('dainik: the paper has stories already; nothing loaded\n')
} finally {
  await db.$disconnect()
}

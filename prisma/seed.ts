import { importActor } from '../lib/auth/system-actors'
import { runCommand } from '../lib/commands/command'
import { connectDb } from '../lib/db/client'
import { env } from '../lib/env'
import { loadSamplePaper } from './seed/load-sample-paper'

/** Loads the sample paper into an empty database; a paper that is there stays as it is. */
if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
const print = (line: string) => process.stdout.write(`dainik: ${line}\n`)
const db = connectDb(env.DATABASE_URL)
try {
  const outcome = await runCommand(db, importActor, loadSamplePaper, {})
  if (outcome.ok) {
    print(`${outcome.pictureCount} pictures taken in`)
    print(`${outcome.storyCount} stories written`)
  } else if (outcome.reason === 'paperExists')
    print('the paper has stories already; nothing loaded')
  else throw new Error(`the sample paper was refused: ${outcome.reason}`)
} finally {
  await db.$disconnect()
}

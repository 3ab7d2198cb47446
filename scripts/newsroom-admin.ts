import { parseArgs } from 'node:util'
import { terminalActor } from '../lib/auth/system-actors'
import { linkPath } from '../lib/users/one-time-link'
import messages from '../messages/bn.json'
import { withDatabase } from '../tools/database/database'
import { findRunningAddress } from '../tools/launcher/run-state'
import { generateClient, isClientStale } from '../tools/prisma/generate-client'
import { listPending } from '../tools/prisma/migrate'
import { runMain } from '../tools/process/run-main'
import { dataDirectory, readSettings } from '../tools/terminal/settings'
import { step, UserError } from '../tools/terminal/terminal'

const usage = 'usage: npm run newsroom:admin [-- --email ADDRESS]'

/** What was typed; null where it is none of it. */
function readOptions(args: string[]): { email?: string } | null {
  try {
    return parseArgs({ args, options: { email: { type: 'string' } } }).values
  } catch (error) {
    // parseArgs throws a TypeError on what it does not know.
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * `npm run newsroom:admin`: a one-time link by which a new admin comes in. With `--email` somebody of the newsroom is made
 * an admin who is let in again: unblocked, without the two steps of a lost phone, and with a link to a new password.
 */
runMain(import.meta.url, async () => {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  if (isClientStale()) await step('database client', () => generateClient())
  return await withDatabase(async (url) => {
    if ((await listPending(url)).length > 0) {
      throw new UserError('the database is not up to date: start the paper once (npm start)')
    }
    // Late: they need the database client that was only just made.
    const { connectDb } = await import('../lib/db/client')
    const { runCommand } = await import('../lib/commands/command')
    const { createAdminLink, rescueAdmin } = await import('../lib/users/one-time-link-commands')
    const settings = await readSettings()
    const running = findRunningAddress(dataDirectory(settings))
    const site = settings.SITE_URL ? settings.siteUrl : (running ?? settings.siteUrl)
    const db = connectDb(url)
    try {
      const { email } = options
      const outcome = email
        ? await runCommand(db, terminalActor, rescueAdmin, { email })
        : await runCommand(db, terminalActor, createAdminLink, {})
      if (!outcome.ok) {
        process.stderr.write(`${messages.refusals[outcome.reason]}\n`)
        return 1
      }
      process.stdout.write(`${site}${linkPath(outcome.link.token)}\n`)
      return 0
    } finally {
      await db.$disconnect()
    }
  })
})

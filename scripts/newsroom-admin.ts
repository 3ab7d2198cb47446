import { terminalActor } from '../lib/auth/system-actors'
import { linkPath } from '../lib/users/one-time-link'
import messages from '../messages/bn.json'
import { findRunningAddress } from '../tools/launcher/run-state'
import { withPaper } from '../tools/launcher/with-paper'
import { runMain } from '../tools/process/run-main'
import { readArgs } from '../tools/terminal/read-args'
import { dataDirectory, readSettings } from '../tools/terminal/settings'

const usage = 'usage: npm run newsroom:admin [-- --email ADDRESS]'

/**
 * `npm run newsroom:admin`: a one-time link that makes a new admin. With `--email` a user of the newsroom becomes
 * an admin who can sign in again: unblocked, without two-step sign-in, and with a link to a new password.
 */
runMain(import.meta.url, async () => {
  const read = readArgs({ options: { email: { type: 'string' } } })
  if (!read) {
    process.stdout.write(`${usage}\n`)
    return 2
  }
  return await withPaper(async (url) => {
    const { connectDb } = await import('../lib/db/client')
    const { runCommand } = await import('../lib/commands/command')
    const { createAdminLink, rescueAdmin } = await import('../lib/users/one-time-link-commands')
    const settings = await readSettings()
    const running = findRunningAddress(dataDirectory(settings))
    const site = settings.SITE_URL ? settings.siteUrl : (running ?? settings.siteUrl)
    const db = connectDb(url)
    try {
      const { email } = read.values
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

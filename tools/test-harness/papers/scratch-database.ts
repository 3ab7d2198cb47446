import { prepareDatabase, withClient } from '../../database/database'
import { migrate } from '../../prisma/migrate'

/** A new, migrated database beside the one at `url`, with a name of its own, and a way to drop it. */
export async function makeScratchDatabase(
  url: string,
  name: string,
  root = process.cwd(),
): Promise<{ url: string; drop: () => Promise<void> }> {
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const drop = () =>
    withClient(maintenance.href, async (client) => {
      const quoted = client.escapeIdentifier(name)
      await client.query(`drop database if exists ${quoted} with (force)`)
    })
  await drop()
  await prepareDatabase(scratch.href)
  await migrate(scratch.href, root)
  return { url: scratch.href, drop }
}

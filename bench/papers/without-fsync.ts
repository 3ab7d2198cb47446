import { withClient } from '../../tools/database/database'

const settings = ['fsync', 'full_page_writes']

/** Runs `run` while the PostgreSQL at `url`, which is the caller's own, does not wait for the disk. */
export async function withoutFsync<T>(url: string, run: () => Promise<T>): Promise<T> {
  const alter = (change: (name: string) => string) =>
    withClient(url, async (client) => {
      for (const name of settings) await client.query(change(name))
      await client.query('SELECT pg_reload_conf()')
    })
  await alter((name) => `ALTER SYSTEM SET ${name} = off`)
  try {
    return await run()
  } finally {
    await alter((name) => `ALTER SYSTEM RESET ${name}`)
  }
}

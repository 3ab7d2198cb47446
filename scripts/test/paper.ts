import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { query } from '../database'
import { findServer, type RunningServer } from '../postgres-pid'
import type { Launched } from './launched'

/** What a test asks of a running paper, or of the PostgreSQL below it. */

export function postgres(root: string): RunningServer {
  const server = findServer(join(root, '.data'))
  if (!server) throw new Error('PostgreSQL is not running')
  return server
}

export function databaseUrl(root: string): string {
  const password = readFileSync(join(root, '.data/postgres/password'), 'utf8').trim()
  return `postgresql://dainik:${password}@127.0.0.1:${postgres(root).port}/dainik`
}

export async function write(root: string, headline: string): Promise<void> {
  await query(databaseUrl(root), (client) =>
    client.query('insert into "Article" (headline) values ($1)', [headline]),
  )
}

export async function headlines(root: string): Promise<string[]> {
  return await query(databaseUrl(root), async (client) => {
    const { rows } = await client.query('select headline from "Article" order by id')
    return rows.map(({ headline }) => headline)
  })
}

export async function answer({ port }: Launched): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/`)).text()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '../../database/database'
import { findServer, type RunningServer } from '../../embedded-postgres/running-server'
import type { LaunchedProcess } from './launched-process'

/** Queries of a running paper and of its PostgreSQL. */

export function runningPostgres(root: string): RunningServer {
  const server = findServer(join(root, '.data'))
  if (!server) throw new Error('PostgreSQL is not running')
  return server
}

export function databaseUrl(root: string): string {
  const password = readFileSync(join(root, '.data/postgres/password'), 'utf8').trim()
  return `postgresql://dainik:${password}@127.0.0.1:${runningPostgres(root).port}/dainik`
}

export async function insertHeadline(root: string, headline: string): Promise<void> {
  await withClient(databaseUrl(root), (client) =>
    client.query('insert into "Article" (headline) values ($1)', [headline]),
  )
}

export async function listHeadlines(root: string): Promise<string[]> {
  return await withClient(databaseUrl(root), async (client) => {
    const { rows } = await client.query('select headline from "Article" order by id')
    return rows.map(({ headline }) => headline)
  })
}

export async function fetchFront({ port }: LaunchedProcess): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/`)).text()
}

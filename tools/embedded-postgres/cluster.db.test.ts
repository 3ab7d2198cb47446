import { mkdtempSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDatabase, withClient } from '../database/database'
import { cleanUp } from '../test-harness/launcher/launched-process'
import { type EmbeddedServer, joinServer } from './join-server'

let root: string
let server: EmbeddedServer

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dainik-cluster-')))
  server = await joinServer(join(root, '.data'))
  await prepareDatabase(server.url)
})

afterAll(async () => {
  await server.leave()
  await cleanUp(root)
})

test('Bengali words are words to it, in UTF-8 and UTC', async () => {
  const [row] = await ask(
    `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
            'ব' ~ '^\\w$' as is_letter`,
  )

  expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', is_letter: true })
})

test('trigrams find a Bengali word by a part of it', async () => {
  await ask('create extension if not exists pg_trgm')

  const [row] = await ask(`select word_similarity('বাংলাদেশ', 'বাংলাদেশের খবর') as similarity`)

  expect(row.similarity).toBeGreaterThan(0.8)
})

test('a commit is written to the disk', async () => {
  const [row] = await ask(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )

  expect(row).toEqual({ fsync: 'on', commit: 'on' })
})

test('a connection needs the password, which only its owner can read', async () => {
  const without = new URL(server.url)
  without.password = ''

  await expect(prepareDatabase(without.href)).rejects.toThrow('refuses user dainik')
  expect(statSync(join(root, '.data/postgres/password')).mode & 0o777).toBe(0o600)
})

test('it listens on this machine only', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address

  expect(await canConnect('127.0.0.1', server.port)).toBe(true)
  expect(await canConnect(outside ?? '127.0.0.2', server.port)).toBe(false)
})

test('a second user joins the same server, and the last to leave stops it', async () => {
  const second = await joinServer(join(root, '.data'))
  expect(second.process).toEqual(server.process)

  await second.leave()

  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})

test('a database of an older time is turned down by name', async () => {
  const other = realpathSync(mkdtempSync(join(tmpdir(), 'dainik-cluster-')))
  await (await joinServer(join(other, '.data'))).leave()
  writeFileSync(join(other, '.data/postgres/data/PG_VERSION'), '14\n')

  await expect(joinServer(join(other, '.data'))).rejects.toThrow('was made by PostgreSQL 14')
  await cleanUp(other)
})

async function ask(sql: string) {
  return await withClient(server.url, async (client) => (await client.query(sql)).rows)
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (can: boolean) => {
      socket.destroy()
      resolve(can)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareDatabase, withClient } from '../database/database'
import { joinServer } from '../embedded-postgres/join-server'
import { identify, signal, waitUntil } from '../process/process-identity'
import {
  databaseUrl,
  fetchFront,
  insertHeadline,
  listHeadlines,
  runningPostgres,
} from '../test-harness/launcher/launched-paper'
import {
  cleanUp,
  copyData,
  makeProject,
  makeStartedProject,
  processesOf,
  startLauncher,
  waitUntilReady,
} from '../test-harness/launcher/launched-process'

let template: string
let root: string

beforeAll(async () => {
  template = await makeStartedProject()
}, 60_000)

afterAll(() => template && cleanUp(template))

beforeEach(() => {
  root = makeProject()
  copyData(template, root)
})

afterEach(() => cleanUp(root))

describe('after kill -9', () => {
  test('of the launcher, the server leaves and the next start takes over', async () => {
    const first = await waitUntilReady(await startLauncher(root))
    await insertHeadline(root, 'শেষ মুহূর্তের খবর')
    signal(first.pid, 'SIGKILL')
    await first.ended

    const second = await waitUntilReady(await startLauncher(root, { port: first.port }))

    expect(await listHeadlines(root)).toContain('শেষ মুহূর্তের খবর')
    signal(second.pid, 'SIGTERM')
    expect(await second.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
  })

  test('of the launcher in a build, the next start ends what is left of the build', async () => {
    const first = await startLauncher(root, { buildSeconds: 30 })
    await first.waitForOutput('building')
    const noted = join(root, '.data/start.json')
    await waitUntil(() => readFileSync(noted, 'utf8').includes('"pid"'), 5000)
    signal(first.pid, 'SIGKILL')
    await first.ended

    await waitUntilReady(await startLauncher(root))

    expect(processesOf(root).filter((line) => line.includes('sleep'))).toEqual([])
  })

  test('of PostgreSQL, it is started again on the same port and nothing is lost', async () => {
    const paper = await waitUntilReady(await startLauncher(root))
    await insertHeadline(root, 'লেখা হয়ে গেছে')
    const before = runningPostgres(root)

    signal(before.process.pid, 'SIGKILL')
    await paper.waitForOutput('PostgreSQL is back')

    expect(runningPostgres(root).port).toBe(before.port)
    expect(await listHeadlines(root)).toContain('লেখা হয়ে গেছে')
  })

  test('of launcher and PostgreSQL at once, the next start recovers', async () => {
    const first = await waitUntilReady(await startLauncher(root))
    await insertHeadline(root, 'লেখা হয়ে গেছে')
    signal(first.pid, 'SIGKILL')
    signal(runningPostgres(root).process.pid, 'SIGKILL')
    await first.ended

    await waitUntilReady(await startLauncher(root))

    expect(await listHeadlines(root)).toContain('লেখা হয়ে গেছে')
  })

  test('of one connection of PostgreSQL, the paper stays up', async () => {
    const paper = await waitUntilReady(await startLauncher(root))
    const url = databaseUrl(root)
    const killed = withClient(url, async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      signal(rows[0].pid, 'SIGKILL')
      await client.query('select pg_sleep(5)')
    })
    await expect(killed).rejects.toThrow()

    await waitUntil(() => runningPostgres(root).isReady, 20_000)

    expect(await fetchFront(paper)).toMatch(/^\d+$/)
    await expect.poll(() => listHeadlines(root), { timeout: 20_000 }).toEqual(['প্রথম খবর'])
  })

  test('of the server, it is started again', async () => {
    const paper = await waitUntilReady(await startLauncher(root))
    const before = await fetchFront(paper)

    signal(Number(before), 'SIGKILL')
    await paper.waitForOutput('the server is back')

    expect(await fetchFront(paper)).not.toBe(before)
    expect(paper.output).toContain('the server ended (SIGKILL); starting it again in 0.5 s')
  })
})

describe('files of another time', () => {
  test('a lock and a postmaster.pid whose numbers are a stranger’s by now are set aside', async () => {
    const stranger = identify(process.ppid)
    writeFileSync(join(root, '.data/start.lock'), JSON.stringify({ ...stranger, born: 'long ago' }))
    writeFileSync(
      join(root, '.data/postgres/data/postmaster.pid'),
      `${process.ppid}\n${join(root, '.data/postgres/data')}\n1700000000\n5432\n\n127.0.0.1\n  1234567         5\nready   \n`,
    )

    await waitUntilReady(await startLauncher(root))

    expect(await listHeadlines(root)).toEqual(['প্রথম খবর'])
    expect(identify(process.ppid)).toEqual(stranger)
  })

  test('an unfinished cluster is created again', async () => {
    rmSync(join(root, '.data/postgres'), { recursive: true })
    cpSync(
      join(template, '.data/postgres/data/base'),
      join(root, '.data/postgres.new-1a2b/data/base'),
      {
        recursive: true,
      },
    )

    const server = await joinServer(join(root, '.data'))

    expect(await prepareDatabase(server.url)).toBeNull()
    expect(readdirSync(join(root, '.data'))).not.toContain('postgres.new-1a2b')
    await server.leave()
  })
})

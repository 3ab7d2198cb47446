import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { query } from './database'
import { joinServer } from './embedded'
import { findServer, type RunningServer } from './postgres-pid'
import { identify, signal, waitUntil } from './processes'
import {
  cleanUp,
  type Launched,
  makeProject,
  processesOf,
  ready,
  startLauncher,
} from './test/launched'

let template: string
let root: string

beforeAll(async () => {
  template = makeProject()
  const first = await ready(await startLauncher(template))
  signal(first.pid, 'SIGTERM')
  await first.ended
}, 30_000)

afterAll(() => cleanUp(template))

beforeEach(() => {
  root = makeProject()
  cpSync(join(template, '.data'), join(root, '.data'), { recursive: true })
})

afterEach(() => cleanUp(root))

describe('starting', () => {
  test('says where the paper is, once, in the end', async () => {
    const paper = await ready(await startLauncher(root))

    expect(paper.output().trim().split('\n').at(-1)).toBe(
      `Dainik is at http://127.0.0.1:${paper.port}`,
    )
    expect(await answer(paper)).toMatch(/^\d+$/)
  })

  test('a second start from the same folder is refused in one line', async () => {
    const paper = await ready(await startLauncher(root))

    const second = await startLauncher(root)

    expect(await second.ended).toBe(1)
    expect(second.output()).toBe(
      `dainik: already running from this folder (process ${paper.pid}) at http://127.0.0.1:${paper.port}: use that one, or stop it with kill ${paper.pid}\n`,
    )
    expect(await answer(paper)).toMatch(/^\d+$/)
  })

  test('what was written is there after the next start', async () => {
    const first = await ready(await startLauncher(root))
    await write('কাল থেকে বৃষ্টি')
    signal(first.pid, 'SIGTERM')
    await first.ended

    await ready(await startLauncher(root))

    expect(await headlines()).toEqual(['প্রথম খবর', 'কাল থেকে বৃষ্টি'])
  })

  test('another command shares the database, whoever comes first', async () => {
    const early = await joinServer(join(root, '.data'))
    const paper = await ready(await startLauncher(root))
    await early.leave()
    expect(await headlines()).toEqual(['প্রথম খবর'])

    signal(paper.pid, 'SIGTERM')

    expect(await paper.ended).toBe(0)
    expect(findServer(join(root, '.data'))).toBeNull()
  })
})

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s leaves no process behind',
    async (name) => {
      const paper = await ready(await startLauncher(root))

      signal(paper.pid, name)

      expect(await paper.ended).toBe(0)
      expect(processesOf(root)).toEqual([])
    },
  )

  test('also in the middle of a build', async () => {
    const paper = await startLauncher(root, { buildSeconds: 30 })
    await paper.said('building')

    signal(paper.pid, 'SIGINT')

    expect(await paper.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
    expect(paper.output()).not.toContain('ended by')
  })

  test('also in the middle of making the database, and the next start makes it anew', async () => {
    rmSync(join(root, '.data'), { recursive: true })
    const paper = await startLauncher(root)
    await waitUntil(() => processesOf(root).some((line) => line.includes('/initdb')), 5000)

    signal(paper.pid, 'SIGINT')

    expect(await paper.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
    await ready(await startLauncher(root))
    expect(await headlines()).toEqual(['প্রথম খবর'])
  })
})

describe('after kill -9', () => {
  test('of the launcher, the server leaves and the next start takes over', async () => {
    const first = await ready(await startLauncher(root))
    await write('শেষ মুহূর্তের খবর')
    signal(first.pid, 'SIGKILL')
    await first.ended

    const second = await ready(await startLauncher(root, { port: first.port }))

    expect(await headlines()).toContain('শেষ মুহূর্তের খবর')
    signal(second.pid, 'SIGTERM')
    expect(await second.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
  })

  test('of the launcher in a build, the next start ends what is left of the build', async () => {
    const first = await startLauncher(root, { buildSeconds: 30 })
    await first.said('building')
    signal(first.pid, 'SIGKILL')
    await first.ended

    await ready(await startLauncher(root))

    expect(processesOf(root).filter((line) => line.includes('sleep'))).toEqual([])
  })

  test('of PostgreSQL, it is started again on the same port and nothing is lost', async () => {
    const paper = await ready(await startLauncher(root))
    await write('লেখা হয়ে গেছে')
    const before = postgres()

    signal(before.process.pid, 'SIGKILL')
    await paper.said('PostgreSQL is back')

    expect(postgres().port).toBe(before.port)
    expect(await headlines()).toContain('লেখা হয়ে গেছে')
  })

  test('of launcher and PostgreSQL at once, the next start recovers', async () => {
    const first = await ready(await startLauncher(root))
    await write('লেখা হয়ে গেছে')
    signal(first.pid, 'SIGKILL')
    signal(postgres().process.pid, 'SIGKILL')
    await first.ended

    await ready(await startLauncher(root))

    expect(await headlines()).toContain('লেখা হয়ে গেছে')
  })

  test('of one connection of PostgreSQL, the paper stays up', async () => {
    const paper = await ready(await startLauncher(root))
    const url = await databaseUrl()
    const killed = query(url, async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      signal(rows[0].pid, 'SIGKILL')
      await client.query('select pg_sleep(5)')
    })
    await expect(killed).rejects.toThrow()

    await waitUntil(() => postgres().isReady, 5000)

    expect(await answer(paper)).toMatch(/^\d+$/)
    await expect.poll(headlines, { timeout: 5000 }).toEqual(['প্রথম খবর'])
  })

  test('of the server, it is started again', async () => {
    const paper = await ready(await startLauncher(root))
    const before = await answer(paper)

    signal(Number(before), 'SIGKILL')
    await paper.said('the server is back')

    expect(await answer(paper)).not.toBe(before)
    expect(paper.output()).toContain('the server ended (SIGKILL); starting it again in 0.5 s')
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

    await ready(await startLauncher(root))

    expect(await headlines()).toEqual(['প্রথম খবর'])
    expect(identify(process.ppid)).toEqual(stranger)
  })

  test('a cluster whose making was cut short is made anew', async () => {
    rmSync(join(root, '.data/postgres'), { recursive: true })
    cpSync(
      join(template, '.data/postgres/data/base'),
      join(root, '.data/postgres.new-1a2b/data/base'),
      {
        recursive: true,
      },
    )

    await ready(await startLauncher(root))

    expect(await headlines()).toEqual(['প্রথম খবর'])
    expect(readFileSync(join(root, '.data/postgres/password'), 'utf8').trim()).toHaveLength(48)
  })
})

describe('what is wrong is said in one line, and nothing stays running', () => {
  let neighbour: Server | undefined
  afterEach(() => neighbour?.close())

  async function refusal(request: Parameters<typeof startLauncher>[1]): Promise<string> {
    const paper = await startLauncher(root, request)
    expect(await paper.ended).toBe(1)
    expect(processesOf(root)).toEqual([])
    return paper.output()
  }

  test('a taken port, before anything else is done', async () => {
    neighbour = createServer()
    await new Promise<void>((resolve) => neighbour?.listen(0, '127.0.0.1', resolve))
    const { port } = neighbour.address() as { port: number }

    expect(await refusal({ port, buildSeconds: 30 })).toBe(
      `dainik: port ${port} is taken by another program: stop it, or choose another port: PORT=${port + 1} npm start\n`,
    )
  })

  test('a database that does not answer', async () => {
    const databaseUrl = 'postgresql://u:secret@127.0.0.1:1/paper'

    const said = await refusal({ databaseUrl })

    expect(said).toBe(
      'dainik: database: done in 0 ms\ndainik: no database answers at 127.0.0.1:1: start it, or correct DATABASE_URL\n',
    )
    expect(said).not.toContain('secret')
  })

  test('a wrong password; a missing database is made', async () => {
    const server = await joinServer(join(template, '.data'))
    const wrong = new URL(server.url)
    wrong.password = 'wrong'
    const missing = new URL(server.url)
    missing.pathname = '/another paper'

    const said = await refusal({ databaseUrl: wrong.href })
    await ready(await startLauncher(root, { databaseUrl: missing.href }))

    expect(said).toContain('refuses user dainik: correct user and password in DATABASE_URL')
    expect(findServer(join(root, '.data'))).toBeNull()
    await server.leave()
  })
})

function postgres(): RunningServer {
  const server = findServer(join(root, '.data'))
  if (!server) throw new Error('PostgreSQL is not running')
  return server
}

async function databaseUrl(): Promise<string> {
  const password = readFileSync(join(root, '.data/postgres/password'), 'utf8').trim()
  return `postgresql://dainik:${password}@127.0.0.1:${postgres().port}/dainik`
}

async function write(headline: string): Promise<void> {
  await query(await databaseUrl(), (client) =>
    client.query('insert into "Article" (headline) values ($1)', [headline]),
  )
}

async function headlines(): Promise<string[]> {
  return await query(await databaseUrl(), async (client) => {
    const { rows } = await client.query('select headline from "Article" order by id')
    return rows.map(({ headline }) => headline)
  })
}

async function answer({ port }: Launched): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/`)).text()
}

import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '../database/database'
import { joinServer } from '../embedded-postgres/join-server'
import { findServer } from '../embedded-postgres/running-server'
import { signal, waitUntil } from '../process/process-identity'
import { fetchFront, insertHeadline, listHeadlines } from '../test-harness/launcher/launched-paper'
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

describe('starting', () => {
  test('prints the address of the paper once, at the end', async () => {
    const paper = await waitUntilReady(await startLauncher(root))

    expect(paper.output.trim().split('\n').at(-1)).toBe(
      `Dainik is at http://127.0.0.1:${paper.port}`,
    )
    expect(await fetchFront(paper)).toMatch(/^\d+$/)
  })

  test('a second start from the same folder is refused in one line', async () => {
    const paper = await waitUntilReady(await startLauncher(root))

    const second = await startLauncher(root)

    expect(await second.ended).toBe(1)
    expect(second.output).toBe(
      `dainik: already running from this folder (process ${paper.pid}) at http://127.0.0.1:${paper.port}: use that one, or stop it with kill ${paper.pid}\n`,
    )
    expect(await fetchFront(paper)).toMatch(/^\d+$/)
  })

  test('stories are there after the next start', async () => {
    const first = await waitUntilReady(await startLauncher(root))
    await insertHeadline(root, 'কাল থেকে বৃষ্টি')
    signal(first.pid, 'SIGTERM')
    await first.ended

    await waitUntilReady(await startLauncher(root))

    expect(await listHeadlines(root)).toEqual(['প্রথম খবর', 'কাল থেকে বৃষ্টি'])
  })

  test('another command shares the database, in either order', async () => {
    const early = await joinServer(join(root, '.data'))
    const paper = await waitUntilReady(await startLauncher(root))
    await early.leave()
    expect(await listHeadlines(root)).toEqual(['প্রথম খবর'])

    signal(paper.pid, 'SIGTERM')

    expect(await paper.ended).toBe(0)
    expect(findServer(join(root, '.data'))).toBeNull()
  })
})

describe('instances on one database', () => {
  let other: string
  beforeEach(() => {
    other = makeProject()
  })
  afterEach(() => cleanUp(other))

  test('that start together on an empty one fill it once, and all serve', async () => {
    const server = await joinServer(join(template, '.data'))
    const empty = new URL(server.url)
    empty.pathname = '/shared paper'
    const databaseUrl = empty.href

    const launched = await Promise.all(
      [root, other].map((each) => startLauncher(each, { databaseUrl })),
    )
    const papers = await Promise.all(launched.map(waitUntilReady))

    const answers = await Promise.all(papers.map(fetchFront))
    const rows = await withClient(databaseUrl, async (client) => {
      const { rows: found } = await client.query('select headline from "Article"')
      return found
    })
    await server.leave()
    expect(new Set(answers).size).toBe(2)
    expect(rows).toEqual([{ headline: 'প্রথম খবর' }])
  })
})

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s leaves no process behind',
    async (name) => {
      const paper = await waitUntilReady(await startLauncher(root))

      signal(paper.pid, name)

      expect(await paper.ended).toBe(0)
      expect(processesOf(root)).toEqual([])
    },
  )

  test('also in the middle of a build', async () => {
    const paper = await startLauncher(root, { buildSeconds: 30 })
    await paper.waitForOutput('building')

    signal(paper.pid, 'SIGINT')

    expect(await paper.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
    expect(paper.output).not.toContain('ended by')
  })

  test('also while the database is created, and the next start creates it again', async () => {
    rmSync(join(root, '.data'), { recursive: true })
    const paper = await startLauncher(root)
    await waitUntil(() => processesOf(root).some((line) => line.includes('/initdb')), 5000)

    signal(paper.pid, 'SIGINT')

    expect(await paper.ended).toBe(0)
    expect(processesOf(root)).toEqual([])
    await (await joinServer(join(root, '.data'))).leave()
  })
})

describe('an error is one line, and no process stays', () => {
  let neighbour: Server | undefined
  afterEach(() => neighbour?.close())

  async function refusal(request: Parameters<typeof startLauncher>[1]): Promise<string> {
    const paper = await startLauncher(root, request)
    expect(await paper.ended).toBe(1)
    expect(processesOf(root)).toEqual([])
    return paper.output
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
      'dainik: no database answers at 127.0.0.1:1: start it, or correct DATABASE_URL\n',
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
    await waitUntilReady(await startLauncher(root, { databaseUrl: missing.href }))

    expect(said).toContain('refuses user dainik: correct user and password in DATABASE_URL')
    expect(findServer(join(root, '.data'))).toBeNull()
    await server.leave()
  })
})

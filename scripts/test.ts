import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, isBuildStale } from '../tools/build/build'
import { prepareDatabase, withClient } from '../tools/database/database'
import { runSeed } from '../tools/database/run-seed'
import { joinServer } from '../tools/embedded-postgres/join-server'
import { serverCommand, serverEnvironment } from '../tools/launcher/server-command'
import { superviseServer } from '../tools/launcher/supervise-server'
import { generateClient, isClientStale } from '../tools/prisma/generate-client'
import { runProcess } from '../tools/process/child-process'
import { freePort } from '../tools/process/free-port'
import { onEnd, runMain, throwIfEnding } from '../tools/process/run-main'
import { describeError, info, seconds, step, UserError, warn } from '../tools/terminal/terminal'
import { makeScratchDatabase } from '../tools/test-harness/papers/scratch-database'
import {
  type Counts,
  countOne,
  countPlaywright,
  countVitest,
  sumCounts,
} from '../tools/test-runner/counts'
import { ensureTestPackages, findOrInstallChromium } from '../tools/test-runner/test-packages'

/** One part of `npm test`. It runs even if others failed, and returns its counts. */
type Suite = { name: string; run: (place: TestPlace) => Promise<Counts> }

type TestPlace = {
  root: string
  /** `.data-test`: reports, and a PostgreSQL apart from the paper's. */
  dataDir: string
  /** A database of that PostgreSQL; it is dropped at the end. */
  scratch: (name: string) => Promise<string>
  /** Of the suite that was asked for, the files whose path holds one of these; all when there are none. */
  files: string[]
}

export const suites: Suite[] = [
  {
    name: 'database client',
    run: async ({ root }) => {
      if (isClientStale(root)) await generateClient(root)
      return countOne(true)
    },
  },
  {
    name: 'types',
    run: async ({ root }) => {
      const generated = await runNode(root, 'next/dist/bin/next', ['typegen'])
      return countOne(generated && (await runNode(root, 'typescript/bin/tsc', ['--noEmit'])))
    },
  },
  {
    name: 'lint',
    run: async ({ root }) => countOne(await runNode(root, '@biomejs/biome/bin/biome', ['check'])),
  },
  { name: 'unit tests', run: (place) => runVitest(place, 'unit', place.files, {}) },
  // Dates are right whatever zone the machine's clock is in; the unit tests run in the machine's own.
  ...['UTC', 'Asia/Dhaka', 'America/Los_Angeles'].map((zone) => ({
    name: `dates under TZ=${zone}`,
    run: (place: TestPlace) =>
      runVitest(place, `dates-${zone.replace('/', '-')}`, ['lib/bengali/calendar'], { TZ: zone }),
  })),
  {
    name: 'database tests',
    run: async (place) => {
      // One for each worker of vitest.db.config.ts.
      const urls = [
        await place.scratch('database_tests_1'),
        await place.scratch('database_tests_2'),
      ]
      const env = { DATABASE_URL: urls[0] ?? '', DATABASE_URLS: urls.join(' ') }
      return await runVitest(
        place,
        'database',
        ['--config', 'vitest.db.config.ts', ...place.files],
        env,
      )
    },
  },
  {
    name: 'build',
    run: async ({ root }) => {
      if (isBuildStale(root)) await build(root)
      return countOne(true)
    },
  },
  {
    name: 'servers',
    run: async (place) => {
      const env = { DATABASE_URL: await place.scratch('servers') }
      return await runVitest(
        place,
        'servers',
        ['--config', 'vitest.servers.config.ts', ...place.files],
        env,
      )
    },
  },
  { name: 'browser tests', run: runJourneys },
]

/** These need a build. */
const withBuild = ['servers', 'browser tests']

/** These run programs that are not on npm. */
const withPackages = ['database tests', 'servers', 'browser tests']

/**
 * `npm test` runs everything. `npm test -- SUITE [FILE…]` is for while one works: the suites whose name begins with
 * SUITE ("unit", "database tests", "servers", "browser"), of them the files whose path holds one of the words.
 */
function wantedSuites(name: string | undefined): Suite[] {
  if (name === undefined) return suites
  const wanted = suites.filter((suite) => suite.name.startsWith(name))
  if (wanted.length === 0) throw new UserError(`no suite begins with "${name}"`)
  const isBuilt = wanted.some((suite) => withBuild.includes(suite.name))
  const groundwork = ['database client', ...(isBuilt ? ['build'] : [])]
  return suites.filter((suite) => groundwork.includes(suite.name) || wanted.includes(suite))
}

runMain(import.meta.url, async () => {
  const [name, ...files] = process.argv.slice(2)
  const wanted = wantedSuites(name)
  const root = process.cwd()
  const dataDir = resolve(root, '.data-test')
  mkdirSync(join(dataDir, 'reports'), { recursive: true })
  // The tests do not use the settings of the operator's own paper.
  for (const name of ['DATABASE_URL', 'DAINIK_DATA_DIR', 'PORT', 'HOST', 'SITE_URL']) {
    delete process.env[name]
  }
  if (wanted.some(({ name }) => withPackages.includes(name))) await ensureTestPackages()
  const server = await joinServer(dataDir)
  onEnd(server.leave)
  await disableFsync(server.url)
  const scratch = async (name: string) => {
    const database = await makeScratchDatabase(server.url, `${name}_${process.pid}`, root)
    onEnd(database.drop)
    return database.url
  }
  return await runSuites(wanted, { root, dataDir, scratch, files })
})

/** The tests' data need not survive a power cut: without waiting for the disk the tests take half the time. */
async function disableFsync(url: string): Promise<void> {
  await prepareDatabase(url)
  await withClient(url, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`)
    }
    await client.query('SELECT pg_reload_conf()')
  })
}

async function runSuites(suites: Suite[], place: TestPlace): Promise<number> {
  const results = []
  for (const { name, run } of suites) {
    throwIfEnding()
    info(`${name} …`)
    const began = performance.now()
    const counts = await run(place).catch((error: unknown) => {
      warn(describeError(error))
      return countOne(false)
    })
    const duration = seconds(performance.now() - began)
    info(`${name}: ${counts.passed} passed, ${counts.failed} failed in ${duration}`)
    results.push({ name, ...counts, duration })
  }
  const total = sumCounts(results)
  const report = JSON.stringify({ ...total, suites: results }, null, 2)
  writeFileSync(join(place.dataDir, 'counts.json'), `${report}\n`)
  const bad = results.filter(({ failed }) => failed > 0).map(({ name }) => name)
  if (bad.length > 0) warn(`failed: ${bad.join(', ')}`)
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  return bad.length > 0 ? 1 : 0
}

async function runVitest(
  { root, dataDir }: TestPlace,
  name: string,
  args: string[],
  env: Record<string, string>,
): Promise<Counts> {
  const report = join(dataDir, 'reports', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isGood = await runNode(root, 'vitest/vitest.mjs', ['run', ...args, ...reporters], env)
  return countVitest(report, isGood)
}

/**
 * The journeys of e2e/ in a real browser. One paper takes one journey at a time, for a story that one publishes changes
 * the pages of another; two papers share the files, each with a production server of its own.
 */
async function runJourneys(place: TestPlace): Promise<Counts> {
  const browser = await findOrInstallChromium()
  const shards = place.files.length > 0 ? ['1/1'] : ['1/2', '2/2']
  const papers = []
  for (const shard of shards) papers.push({ shard, env: await startPaper(place, shard) })
  return sumCounts(
    await Promise.all(
      papers.map(async ({ shard, env }) => {
        const name = `browser-${shard.replace('/', '-of-')}`
        const report = join(place.dataDir, 'reports', `${name}.json`)
        rmSync(report, { force: true })
        const options = [`--shard=${shard}`, `--output=test-results/${name}`]
        const args = ['test', ...place.files, ...options, '--reporter=list,json']
        const isGood = await runNode(place.root, '@playwright/test/cli.js', args, {
          ...env,
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        })
        return countPlaywright(report, isGood)
      }),
    ),
  )
}

/** Starts a production server on a sample paper of its own. Returns the environment of its journeys. */
async function startPaper({ root, dataDir, scratch }: TestPlace, shard: string) {
  const name = `browser_${shard.replace('/', '_')}`
  const url = await scratch(name)
  const paperData = join(dataDir, name)
  rmSync(paperData, { recursive: true, force: true })
  mkdirSync(paperData)
  // The pictures of the sample paper belong beside its server's, not into the operator's own paper.
  process.env.DAINIK_DATA_DIR = paperData
  await step('sample paper', (progress) => runSeed(url, root, progress))
  const [port, mailPort] = [await freePort(), await freePort()]
  const server = await superviseServer({
    command: serverCommand,
    root,
    env: {
      ...serverEnvironment,
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DAINIK_DATA_DIR: paperData,
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: `http://localhost:${port}`,
      // Only a test that opens a mailbox listens there (e2e/support/mailbox.ts).
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    },
  })
  return {
    MAIL_PORT: String(mailPort),
    BASE_URL: server.address || `http://localhost:${port}`,
    DATABASE_URL: url,
    DAINIK_DATA_DIR: paperData,
  }
}

/** Runs the program of an installed package, with its output on the terminal. Returns whether it succeeded. */
async function runNode(
  root: string,
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const { code } = await runProcess(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    terminal: 'show',
    env: { ...process.env, ...env },
  })
  return code === 0
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Writes go through `runCommand`: a write needs a transaction (`TransactionClient`, which the client itself does not
 * compile as), and `runCommand` opens it.
 */

/** Files that may write without a command, and why. */
const exceptions: Record<string, string> = {
  'lib/auth/attempt-limits.ts': 'rate limits: a refused try stays counted',
  'lib/auth/sign-in.ts': 'sessions, which the authentication library writes',
  'lib/commands/command.ts': 'runs the commands',
  'lib/db/run-transaction.ts': 'opens the transactions',
  'lib/invalidation/invalidate.ts': 'cache tags, also after the search index was rebuilt',
  'lib/media/library/picture-index.ts': 'rebuilds the search index, derived from the pictures',
  'lib/notifications/notification-dispatcher.ts': 'the worker’s bookkeeping',
  'lib/publication-check/publication-check-job.ts': 'the worker’s bookkeeping',
  'lib/scheduler/scheduler.ts': 'the worker’s heartbeat',
  'lib/search-index/index-story.ts': 'rebuilds the search index, derived from the stories',
  'lib/worker/job-queue.ts': 'the worker’s bookkeeping: takes rows from the outbox',
  'server/invalidation/invalidation-listener.ts': 'deletes old cache tags',
  'server/rate-limit/rate-limit-table.ts': 'rate limits',
  'server/read-counts/read-count-table.ts': 'read counts',
  'tools/launcher/first-admin.ts': 'the first link, before the database client may exist',
  'tools/prisma/migrate.ts': 'migrations',
}

const models = readFileSync('prisma/schema.prisma', 'utf8')
  .match(/^model (\w+)/gm)
  ?.map((line) => line.slice('model '.length))
  .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
const writeCall = new RegExp(
  `([\\w.#()]*)\\s*\\.(?:${models?.join('|')})\\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\\(`,
  'g',
)
const rawStatement = /([\w.#()]*)\.[$#]?\w+(?:<[^`(]*>)?[\s(]*`([^`]*)/g
const writingSql = /\b(?:insert\s+into|update\s+"?\w+"?\s+set|delete\s+from|truncate)\b/i
const ownTransaction = /\brunTransaction\(|\$transaction\(\s*(?:async\s*)?\(?\w+\)?\s*=>/
const destructuredModels = /\{[^{}]*\}\s*=\s*(?:this\.)?#?(?:db\(\)|db\b|client\b)/

const isTransaction = (receiver = '') => /(?:^|\.)tx$/.test(receiver)

/** What of the text writes outside the transaction of a command. */
function findWrites(source: string): string[] {
  const text = source.replace(/^\s*\/\/.*$/gm, '')
  const calls = [...text.matchAll(writeCall)]
    .filter(([, receiver]) => !isTransaction(receiver))
    .map(([call]) => call)
  const statements = [...text.matchAll(rawStatement)]
    .filter(([, receiver, sql = '']) => !isTransaction(receiver) && writingSql.test(sql))
    .map(([statement]) => statement)
  const transactions = [ownTransaction, destructuredModels].flatMap(
    (each) => text.match(each) ?? [],
  )
  return [...calls, ...statements, ...transactions].map((each) => each.trim().split('\n')[0] ?? '')
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(?:app|components|lib|server|scripts|tools|prisma)\//.test(file))
  .filter(
    (file) =>
      !/\.test\.tsx?$|^lib\/db\/generated\/|^tools\/(?:test-harness|synthetic-data|repository-tests)\//.test(
        file,
      ),
  )

test('nothing but commands writes to the database, with the named exceptions', () => {
  const found = Object.fromEntries(
    files.map((file) => [file, findWrites(readFileSync(file, 'utf8'))] as const),
  )
  const writers = files.filter((file) => found[file]?.length)

  expect(
    writers.filter((file) => !(file in exceptions)).map((file) => [file, found[file]]),
  ).toEqual([])
  expect(Object.keys(exceptions).filter((file) => !writers.includes(file))).toEqual([])
})

test.each([
  'await db().article.update({ where })',
  'await db\n  .revision.createMany({ data })',
  'const rows = await session.upload.deleteMany()',
  'await db.$executeRaw`UPDATE "Paper" SET "name" = 1`',
  'await this.#db.$queryRaw<Row[]>`\n  DELETE FROM "Ping" RETURNING "id"`',
  'await client.query(`insert into "OneTimeLink" ("hash")`)',
  'await db.$transaction(async (tx) => tx.article.update({}))',
  'await runTransaction(db(), (tx) => addStory(tx, story))',
  'const { article } = db()',
])('a write is found: %s', (text) => {
  expect(findWrites(text)).toHaveLength(1)
})

test.each([
  'await tx.article.update({ where })',
  'await importRun.tx.category.create({ data })',
  'await tx.$executeRaw`\n  UPDATE "Image" SET "words" = 1`',
  'await db().$queryRaw`SELECT "updatedAt" FROM "Article" FOR UPDATE`',
  'await db().$transaction([db().article.findMany(), db().topic.findMany()])',
  'url.searchParams.delete(name)',
])('no write is found: %s', (text) => {
  expect(findWrites(text)).toEqual([])
})

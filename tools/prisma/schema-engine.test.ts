import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { needsDatabase } from '../../scripts/prisma'
import { prismaCode, rpcError, serveRpc } from './schema-engine'

async function converse(lines: object[]): Promise<unknown[]> {
  const output = new PassThrough()
  const engine = {
    version: async () => 'PostgreSQL 18',
    diff: async () => ({ exitCode: 2, stdout: 'create table' }),
    reset: async () => undefined,
    applyMigrations: async () => {
      throw new Error('ERROR: no such type\n   0: schema_core::apply\n             at x.rs:1')
    },
  }
  await serveRpc(engine, Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)), output)
  output.end()
  return (await output.toArray())
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('each request is answered under its number, in order', async () => {
  const answers = await converse([
    { id: 1, method: 'version' },
    { id: 2, method: 'reset' },
  ])

  expect(answers).toEqual([
    { jsonrpc: '2.0', id: 1, result: 'PostgreSQL 18' },
    { jsonrpc: '2.0', id: 2, result: null },
  ])
})

test('what is to be printed is sent to be printed; the receipt for it is no request', async () => {
  const answers = await converse([
    { id: 1, method: 'diff' },
    { id: 0, result: {} },
  ])

  expect(answers).toEqual([
    { jsonrpc: '2.0', id: 0, method: 'print', params: { content: 'create table' } },
    { jsonrpc: '2.0', id: 1, result: { exitCode: 2, stdout: 'create table' } },
  ])
})

test('a failure carries the words of the database, without the engine’s own trace', async () => {
  const [answer] = await converse([{ id: 1, method: 'applyMigrations' }])

  expect(answer).toMatchObject({ id: 1, error: { data: { message: 'ERROR: no such type' } } })
})

test('a method the engine has not got is said, and the conversation goes on', async () => {
  const answers = await converse([
    { id: 1, method: 'fly' },
    { id: 2, method: 'version' },
  ])

  expect(answers).toMatchObject([
    { error: { message: 'the WebAssembly schema engine has no fly' } },
    { result: 'PostgreSQL 18' },
  ])
})

test('Prisma’s own error codes come through, and panics are called panics', () => {
  const known = Object.assign(new Error('failed migrations'), { code: 'P3009' })

  expect(rpcError(known)).toMatchObject({ data: { error_code: 'P3009', is_panic: false } })
  expect(rpcError(new WebAssembly.RuntimeError('unreachable'))).toMatchObject({
    data: { is_panic: true },
  })
})

test.each([
  ['28P01', 'P1000'],
  ['3D000', 'P1003'],
  ['42501', 'P1010'],
  ['ECONNREFUSED', 'P1001'],
])('database error %s is %s to Prisma', (code, expected) => {
  expect(prismaCode(Object.assign(new Error('x'), { code }))).toBe(expected)
})

test.each([
  ['generate', false],
  ['validate', false],
  ['migrate deploy', true],
  ['migrate status', true],
  ['migrate status --help', false],
  ['migrate diff --from-empty --to-schema prisma/schema.prisma --script', false],
  ['migrate diff --from-migrations prisma/migrations --to-schema x', true],
  ['migrate diff --from-config-datasource --to-schema x', true],
  ['db pull', true],
])('prisma %s needs the database: %s', (line, expected) => {
  expect(needsDatabase(line.split(' '))).toBe(expected)
})

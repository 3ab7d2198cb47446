import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { StatementCounter, StatementReader } from './statement-counter'

const databaseUrl = env.DATABASE_URL ?? ''
let counter: StatementCounter
let client: pg.Client

beforeEach(async () => {
  counter = await StatementCounter.start(databaseUrl)
  client = new pg.Client({ connectionString: counter.urlFor(databaseUrl) })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  counter.stop()
})

test('the database answers through it, and every statement counts once', async () => {
  const { rows } = await client.query('SELECT $1::int AS "a"', [7])
  await client.query('SELECT 1')
  await client.query({ name: 'again', text: 'SELECT $1::int', values: [1] })
  await client.query({ name: 'again', text: 'SELECT $1::int', values: [2] })

  expect(rows).toEqual([{ a: 7 }])
  expect(counter.statements).toBe(4)
})

test('a statement larger than a piece of the line counts once', async () => {
  await client.query('SELECT length($1::text)', ['ক'.repeat(500_000)])

  expect(counter.statements).toBe(1)
})

test('a line that listens for news is no reader’s', async () => {
  await client.query('LISTEN dainik_tags')
  await client.query('SELECT 1')

  expect(counter.statements).toBe(0)
})

describe('messages that arrive in pieces', () => {
  const message = (letter: string, text: string) => {
    const body = Buffer.from(`${text}\0`)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(letter), length, body])
  }
  const said = Buffer.concat([
    message('', 'user\0dainik\0'),
    message('P', 'SELECT 1'),
    message('B', ''),
    message('E', ''),
    message('S', ''),
    message('Q', 'SELECT 2'),
  ])

  test.each([1, 2, 3, 5, 7, said.length])('of %i bytes', (size) => {
    const reader = new StatementReader()

    for (let at = 0; at < said.length; at += size) reader.read(said.subarray(at, at + size))

    expect(reader.statements).toBe(2)
  })
})

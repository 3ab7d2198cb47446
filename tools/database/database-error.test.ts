import { expect, test } from 'vitest'
import { UserError } from '../terminal/terminal'
import { toDatabaseError } from './database-error'

const url = 'postgresql://editor:secret@db.example:5433/paper'

test.each([
  ['ECONNREFUSED', 'no database answers at db.example:5433: start it, or correct DATABASE_URL'],
  ['ENOTFOUND', 'there is no host db.example:5433: correct DATABASE_URL'],
  ['ETIMEDOUT', 'the database at db.example:5433 cannot be reached'],
  ['28P01', 'refuses user editor: correct user and password in DATABASE_URL'],
  ['3D000', 'there is no database paper at db.example:5433'],
  ['42501', 'user editor may not do this'],
  ['53100', 'the disk of the database at db.example:5433 is full'],
  ['XX000', 'does not work: what the database\nsaid'.replace('\n', ' ')],
])('%s becomes one line that says what to do, without the password', (code, expected) => {
  const met = Object.assign(new Error('what the database\nsaid'), { code })

  const converted = toDatabaseError(met, url) as UserError

  expect(converted).toBeInstanceOf(UserError)
  expect(converted.message).toContain(expected)
  expect(converted.message).not.toContain('\n')
  expect(converted.message).not.toContain('secret')
})

test('several refused addresses of one host are one refusal', () => {
  const met = Object.assign(new AggregateError([new Error('::1'), new Error('127.0.0.1')]), {
    code: 'ECONNREFUSED',
  })

  expect((toDatabaseError(met, url) as UserError).message).toContain('no database answers')
})

test('a single line stays as it is', () => {
  const userError = new UserError('older than PostgreSQL 15')

  expect(toDatabaseError(userError, url)).toBe(userError)
})

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireFileLock, releaseFileLock } from './file-lock'
import { identify, ownIdentity } from './process-identity'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dainik-lock-'))
  lock = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a free lock is taken, and leaves nothing when given back', () => {
  expect(acquireFileLock(lock)).toBeNull()

  releaseFileLock(lock)

  expect(readdirSync(folder)).toEqual([])
})

test('a running holder keeps it', () => {
  const holder = identify(process.ppid)
  writeFileSync(lock, JSON.stringify(holder))

  expect(acquireFileLock(lock)).toEqual(holder)
})

test.each([
  ['of a process that is no more', JSON.stringify({ pid: 2 ** 22 + 1, born: 'x' })],
  ['whose number is another process’s now', JSON.stringify({ pid: process.ppid, born: 'x' })],
  ['cut short by a full disk', '{"pid":'],
  ['that is empty', ''],
])('a lock %s counts for nothing', (_, content) => {
  writeFileSync(lock, content)

  expect(acquireFileLock(lock)).toBeNull()
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('a process does not release the lock of another', () => {
  writeFileSync(lock, JSON.stringify({ ...ownIdentity(), born: 'x' }))

  releaseFileLock(lock)

  expect(readdirSync(folder)).toEqual(['lock'])
})

import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DiskStore } from './disk-store'

let folder: string
let errors: unknown[]
const open = (maxBytes = 1_000_000, name = 'build-2') =>
  new DiskStore({ folder: join(folder, name), maxBytes, onError: (error) => errors.push(error) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dainik-shelf-'))
  errors = []
})
afterEach(() => rm(folder, { recursive: true }))

test('a stored page is found again, by a later process too', async () => {
  const store = open()

  store.put('/national/7', Buffer.from('খবর'))
  await store.flush()

  expect((await open().find('/national/7'))?.toString()).toBe('খবর')
  expect(await open().find('/national/8')).toBeNull()
  expect(errors).toEqual([])
})

test('a newer page replaces the older one', async () => {
  const store = open()

  store.put('/', Buffer.from('old'))
  await store.flush()
  store.put('/', Buffer.from('new'))
  await store.flush()

  expect((await store.find('/'))?.toString()).toBe('new')
})

test('the store is cut back to its limit, the oldest pages first', async () => {
  const store = open(10_000)
  const old = new Date(Date.now() - 60_000)
  store.put('/old', Buffer.alloc(900))
  await store.flush()
  const [file] = (await readdir(join(folder, 'build-2'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  await utimes(file ?? '', old, old)

  for (let number = 0; number < 12; number += 1) store.put(`/${number}`, Buffer.alloc(900))
  await store.flush()
  await store.sweep()

  expect(await store.find('/old')).toBeNull()
  expect(await store.find('/11')).not.toBeNull()
  expect(errors).toEqual([])
})

test('pages of other builds are removed, pages of this build stay', async () => {
  const before = open(1_000_000, 'build-1')
  before.put('/', Buffer.from('old'))
  await before.flush()
  const store = open()
  store.put('/', Buffer.from('new'))
  await store.flush()

  await store.removeOtherBuilds()

  expect(await readdir(folder)).toEqual(['build-2'])
  expect((await store.find('/'))?.toString()).toBe('new')
})

test('a store that cannot be written counts as empty, and logs it', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const store = new DiskStore({
    folder: join(folder, 'a-file', 'build-2'),
    maxBytes: 1_000,
    onError: (error) => errors.push(error),
  })

  store.put('/', Buffer.from('x'))
  await store.flush()

  expect(await store.find('/')).toBeNull()
  expect(errors).not.toEqual([])
})

import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DiskShelf } from './disk-shelf'

let folder: string
let errors: unknown[]
const open = (maxBytes = 1_000_000, name = 'build-2') =>
  new DiskShelf({ folder: join(folder, name), maxBytes, onError: (error) => errors.push(error) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dainik-shelf-'))
  errors = []
})
afterEach(() => rm(folder, { recursive: true }))

test('what is put on the shelf is found there, by a later process too', async () => {
  const shelf = open()

  shelf.put('/national/7', Buffer.from('খবর'))
  await shelf.settle()

  expect((await open().find('/national/7'))?.toString()).toBe('খবর')
  expect(await open().find('/national/8')).toBeNull()
  expect(errors).toEqual([])
})

test('a newer copy takes the older one’s place', async () => {
  const shelf = open()

  shelf.put('/', Buffer.from('old'))
  await shelf.settle()
  shelf.put('/', Buffer.from('new'))
  await shelf.settle()

  expect((await shelf.find('/'))?.toString()).toBe('new')
})

test('the shelf is cut back to its bound, the oldest first', async () => {
  const shelf = open(10_000)
  const old = new Date(Date.now() - 60_000)
  shelf.put('/old', Buffer.alloc(900))
  await shelf.settle()
  const [file] = (await readdir(join(folder, 'build-2'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  await utimes(file ?? '', old, old)

  for (let number = 0; number < 12; number += 1) shelf.put(`/${number}`, Buffer.alloc(900))
  await shelf.settle()
  await shelf.sweep()

  expect(await shelf.find('/old')).toBeNull()
  expect(await shelf.find('/11')).not.toBeNull()
  expect(errors).toEqual([])
})

test('documents of other builds are removed, this build’s stay', async () => {
  const before = open(1_000_000, 'build-1')
  before.put('/', Buffer.from('old'))
  await before.settle()
  const shelf = open()
  shelf.put('/', Buffer.from('new'))
  await shelf.settle()

  await shelf.clearOthers()

  expect(await readdir(folder)).toEqual(['build-2'])
  expect((await shelf.find('/'))?.toString()).toBe('new')
})

test('a shelf that cannot be written is an empty one, and says so', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const shelf = new DiskShelf({
    folder: join(folder, 'a-file', 'build-2'),
    maxBytes: 1_000,
    onError: (error) => errors.push(error),
  })

  shelf.put('/', Buffer.from('x'))
  await shelf.settle()

  expect(await shelf.find('/')).toBeNull()
  expect(errors).not.toEqual([])
})

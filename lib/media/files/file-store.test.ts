import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findFile, originalPath, writeFileAtomically } from './file-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dainik-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file is kept whole or not at all', () => {
  test('what is kept is found, and nothing else lies beside it', async () => {
    const path = join(folder, 'a', 'b', 'picture')

    await writeFileAtomically(path, Buffer.from('ছবি'))

    expect((await findFile(path))?.toString()).toBe('ছবি')
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['picture'])
  })

  test('who reads while it is written anew gets the old or the new whole, never a part', async () => {
    const path = join(folder, 'picture')
    const versions = ['ক', 'খ', 'গ', 'ঘ'].map((letter) => Buffer.from(letter.repeat(300_000)))
    await writeFileAtomically(path, versions[0] as Buffer)

    const reading: Promise<Buffer>[] = []
    await Promise.all(
      versions.map(async (bytes) => {
        const writing = writeFileAtomically(path, bytes)
        reading.push(readFile(path), readFile(path))
        await writing
        reading.push(readFile(path))
      }),
    )
    const read = await Promise.all(reading)

    expect(read.filter((bytes) => !versions.some((version) => version.equals(bytes)))).toEqual([])
    expect(await readdir(folder)).toEqual(['picture'])
  })

  test('a file that cannot take its place leaves what was there', async () => {
    const path = join(folder, 'picture')
    await writeFileAtomically(join(path, 'inside'), Buffer.from('ছবি'))

    await expect(writeFileAtomically(path, Buffer.from('অন্য'))).rejects.toThrow()

    expect((await findFile(join(path, 'inside')))?.toString()).toBe('ছবি')
  })
})

test('a file that is not there is null; one that cannot be read is a fault', async () => {
  expect(await findFile(join(folder, 'none'))).toBeNull()
  await expect(findFile(folder)).rejects.toThrow()
})

test('originals lie by their hash, spread over folders', () => {
  expect(originalPath('abcdef')).toMatch(/originals[/\\]ab[/\\]abcdef$/)
})

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import type { CacheStore } from './cache-store'

export type DiskStoreOptions = {
  /** A folder of its own; documents of other builds beside it are removed by `removeOtherBuilds`. */
  folder: string
  maxBytes: number
  onError: (error: unknown) => void
}

// The store is scanned and reduced after this share of its limit was written.
const sweepShare = 0.1
// A sweep frees this share, so that the next one is not due at once.
const retainedShare = 0.9
const writesAtOnce = 4

type File = { path: string; bytes: number; usedAtMs: number }

async function measure(path: string): Promise<File | null> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { path, bytes: size, usedAtMs: mtimeMs }
  } catch (error) {
    // Another write or another process has done it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function listFiles(folder: string): Promise<File[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const measured = await Promise.all(
    files.map((entry) => measure(join(entry.parentPath, entry.name))),
  )
  return measured.filter((file) => file !== null)
}

/**
 * The store's files, folder by folder (256): listing a hundred thousand files at once takes a hundred megabytes of
 * memory.
 */
async function* filesByFolder(root: string): AsyncGenerator<File[]> {
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) yield await listFiles(join(root, entry.name))
  }
}

/** The write time up to which files must be deleted so that the others take at most `room` bytes. */
function findCutoff(ages: { usedAtMs: number; bytes: number }[], room: number): number {
  let bytes = 0
  for (const age of ages.sort((a, b) => b.usedAtMs - a.usedAtMs)) {
    bytes += age.bytes
    if (bytes > room) return age.usedAtMs
  }
  return Number.NEGATIVE_INFINITY
}

/** Cached pages in files; the least recently written are deleted when the limit is reached. */
export class DiskStore implements CacheStore {
  readonly #options: DiskStoreOptions
  readonly #limit = pLimit(writesAtOnce)
  readonly #writing = new Set<Promise<void>>()
  #writtenBytes = 0
  #serial = 0

  constructor(options: DiskStoreOptions) {
    this.#options = options
  }

  #pathOf(key: string): string {
    const name = createHash('sha256').update(key).digest('hex')
    return join(this.#options.folder, name.slice(0, 2), name)
  }

  async find(key: string): Promise<Buffer | null> {
    try {
      return await readFile(this.#pathOf(key))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#options.onError(error)
      return null
    }
  }

  put(key: string, bytes: Buffer): void {
    this.#schedule(() => this.#write(this.#pathOf(key), bytes))
  }

  #schedule(change: () => Promise<void>): void {
    const writing = this.#limit(change)
      .catch(this.#options.onError)
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }

  remove(key: string): void {
    this.#schedule(() => rm(this.#pathOf(key), { force: true }))
  }

  /** Resolves when all waiting writes are done. */
  async flush(): Promise<void> {
    await Promise.all(this.#writing)
  }

  async #write(path: string, bytes: Buffer): Promise<void> {
    this.#serial += 1
    const temporaryPath = `${path}.${process.pid}.${this.#serial}`
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporaryPath, bytes)
    await rename(temporaryPath, path)
    this.#writtenBytes += bytes.length
    if (this.#writtenBytes < this.#options.maxBytes * sweepShare) return
    this.#writtenBytes = 0
    await this.sweep()
  }

  /** Reduces the store to its limit, the least recently written files first. */
  async sweep(): Promise<void> {
    const { folder, maxBytes } = this.#options
    const ages: { usedAtMs: number; bytes: number }[] = []
    for await (const files of filesByFolder(folder)) {
      for (const { usedAtMs, bytes } of files) ages.push({ usedAtMs, bytes })
    }
    if (ages.reduce((sum, { bytes }) => sum + bytes, 0) <= maxBytes) return
    const cutoff = findCutoff(ages, maxBytes * retainedShare)
    for await (const files of filesByFolder(folder)) {
      for (const { path, usedAtMs } of files)
        if (usedAtMs <= cutoff) await rm(path, { force: true })
    }
  }

  /** Deletes the folders of other builds: their documents link other style sheets. */
  async removeOtherBuilds(): Promise<void> {
    const own = this.#options.folder
    const parent = dirname(own)
    await mkdir(own, { recursive: true })
    for (const name of await readdir(parent)) {
      if (join(parent, name) !== own) await rm(join(parent, name), { recursive: true, force: true })
    }
  }
}

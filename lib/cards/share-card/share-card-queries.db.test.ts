import { rmSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

const folder = vi.hoisted(() => {
  const name = `dainik-cards-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import { connectDb, db } from '@/lib/db/client'
import { cardsFolder, originalPath } from '@/lib/media/files/file-store'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'
import {
  at,
  hours,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { type CardAddress, cardHash } from './share-card'
import { findShareCard } from './share-card-queries'

let paper: TestPaper
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  paper = await resetToTestPaper()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function presentAddress(id: number): Promise<CardAddress> {
  const { name } = await db().paper.findFirstOrThrow()
  const { leadImage: image, ...story } = await db().article.findUniqueOrThrow({
    where: { id },
    include: { category: true, leadImage: true },
  })
  const publicAt = story.publicAt ?? noon
  return { id, hash: cardHash({ ...story, publicAt, image }, { name }) }
}

async function cardAt(address: CardAddress, now = noon) {
  const result = await findShareCard(address, now)
  return result?.kind === 'card' ? result : null
}

const unknown = '0123456789ab'
const storedFiles = async () =>
  (await readdir(cardsFolder(), { recursive: true })).filter((name) => name.endsWith('.jpg'))

async function addPicture() {
  const bytes = await jpegOf(1_600, 1_000)
  const path = originalPath('ab'.repeat(32))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  return db().image.create({
    data: {
      hash: 'ab'.repeat(32),
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      width: 1_600,
      height: 1_000,
      alt: 'ছবি',
    },
  })
}

describe('a card', () => {
  test('is drawn once and kept', async () => {
    const address = await presentAddress(await insertStory(paper))

    const [first, second] = [await cardAt(address), await cardAt(address)]

    expect(first?.hash).toBe(address.hash)
    expect(first && second?.bytes.equals(first.bytes)).toBe(true)
    expect(await storedFiles()).toEqual([join('0', `${address.id}-${address.hash}.jpg`)])
  })

  test('shows the lead picture, cut about its focal point', async () => {
    const image = await addPicture()
    const address = await presentAddress(await insertStory(paper, { leadImageId: image.id }))
    const before = await cardAt(address)
    await db().image.update({ where: { id: image.id }, data: { focalY: 1 } })

    const moved = await presentAddress(address.id)
    const after = await cardAt(moved)

    expect(moved.hash).not.toBe(address.hash)
    const { dominant } = await sharp(before?.bytes)
      .extract({ left: 0, top: 0, width: 100, height: 40 })
      .stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.b).toBeLessThan(60)
    expect(after?.hash).toBe(moved.hash)
  })

  test('OG5 of an old headline leads to the card as it is now, and is itself no longer kept', async () => {
    const old = await presentAddress(await insertStory(paper))
    await cardAt(old)
    await db().article.update({ where: { id: old.id }, data: { headline: 'পানি নামছে' } })
    const present = await presentAddress(old.id)

    const [atOld, atPresent] = [await cardAt(old), await cardAt(present)]

    expect(atOld?.hash).toBe(present.hash)
    expect(atPresent && atOld?.bytes.equals(atPresent.bytes)).toBe(true)
    expect(await storedFiles()).toEqual([join('0', `${present.id}-${present.hash}.jpg`)])
  })

  test('is not drawn for hashes that were never a card’s: they lead to the same file', async () => {
    const present = await presentAddress(await insertStory(paper))

    const hashes = Array.from({ length: 20 }, (_, n) => n.toString(16).padStart(12, '0'))
    const results = await Promise.all(hashes.map((hash) => cardAt({ id: present.id, hash })))

    expect(results.map((result) => result?.hash)).toEqual(Array(20).fill(present.hash))
    expect(await storedFiles()).toHaveLength(1)
  })

  test('of a withdrawn story is gone, at every address and from the disk', async () => {
    const address = await presentAddress(await insertStory(paper))
    await cardAt(address)
    await db().article.update({
      where: { id: address.id },
      data: { status: 'withdrawn', withdrawnAt: noon },
    })

    const results = [
      await findShareCard(address, noon),
      await findShareCard({ ...address, hash: unknown }, noon),
    ]

    expect(results).toEqual([{ kind: 'withdrawn' }, { kind: 'withdrawn' }])
    expect(await storedFiles()).toEqual([])
  })

  test('is there from the hour at which readers have the story', async () => {
    const id = await insertStory(paper, { status: 'scheduled', publishAt: at(hours(1)) })
    const address = await presentAddress(id)

    expect(await findShareCard(address, noon)).toBeNull()
    expect((await cardAt(address, at(hours(1))))?.hash).toBe(address.hash)
  })

  test('of a story that there is not is not there', async () => {
    expect(await findShareCard({ id: 2_147_483_647, hash: unknown }, noon)).toBeNull()
  })
})

test('a kept card is there while the database is not; any other is a fault that is told', async () => {
  const address = await presentAddress(await insertStory(paper))
  const stored = await cardAt(address)
  const shared = globalThis as { __dainikDb?: ReturnType<typeof db> }
  const own = shared.__dainikDb
  const nowhere = connectDb('postgres://nobody@127.0.0.1:1/none')
  shared.__dainikDb = nowhere
  try {
    expect((await cardAt(address))?.bytes.equals(stored?.bytes ?? Buffer.of())).toBe(true)
    await expect(findShareCard({ ...address, hash: unknown }, noon)).rejects.toThrow()
  } finally {
    shared.__dainikDb = own
    await nowhere.$disconnect()
  }
})

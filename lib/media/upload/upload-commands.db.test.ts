import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '@/lib/commands/command'

const folder = vi.hoisted(() => {
  const name = `dainik-uploads-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { uploadPath, uploadsFolder } from '@/lib/media/files/file-store'
import { editor, reporter, testActor } from '@/tools/test-harness/fixtures/actors'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'
import {
  at,
  dumpDatabase,
  hours,
  noon,
  resetToTestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { beginUpload, completeUpload, deleteExpiredUploads, isOwnUpload } from './upload-commands'

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await resetToTestPaper()
  await mkdir(uploadsFolder(), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const megabyte = 1024 * 1024

async function begin(bytes = 1_000, user: Actor = reporter, now = noon): Promise<string> {
  const outcome = await runCommand(db(), user, beginUpload, { bytes }, now)
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.id
}

/** An upload whose bytes are all there. */
async function sent(bytes: Buffer, user: Actor = reporter): Promise<string> {
  const id = await begin(bytes.length, user)
  await writeFile(uploadPath(id), bytes)
  return id
}

const complete = (ref: { id: string }, user: Actor = reporter) =>
  runCommand(db(), user, completeUpload, ref, noon)

describe('a picture whose bytes are all there', () => {
  test('is taken into the archive under its sender’s name, and its bytes are not kept twice', async () => {
    const id = await sent(await jpegOf())

    const outcome = await complete({ id })

    const [row] = await db().image.findMany()
    expect(outcome).toMatchObject({ ok: true, picture: { id: row?.id, width: 400 } })
    expect(row?.uploadedById).toBe(reporter.id)
    expect(await readdir(uploadsFolder())).toEqual([])
  })

  test('is one picture when its answer was lost and it is asked for again, also twice at once', async () => {
    const id = await sent(await jpegOf())

    const outcomes = [
      ...(await Promise.all([complete({ id }), complete({ id })])),
      await complete({ id }),
    ]

    const ids = outcomes.map((outcome) => outcome.ok && outcome.picture.id)
    expect(new Set(ids).size).toBe(1)
    expect(await db().image.count()).toBe(1)
  })

  test('of which not all is there is not taken, and goes on where it is', async () => {
    const bytes = await jpegOf()
    const id = await begin(bytes.length)
    await writeFile(uploadPath(id), bytes.subarray(0, 100))

    const early = await complete({ id })
    await writeFile(uploadPath(id), bytes)

    expect(early).toEqual({ ok: false, reason: 'uploadUnfinished' })
    expect(await complete({ id })).toMatchObject({ ok: true })
  })

  test('that is no valid picture is refused, says so again, and leaves nothing', async () => {
    const id = await sent(Buffer.from('<svg onload="alert(1)"/>'))

    const outcomes = [await complete({ id }), await complete({ id })]

    expect(outcomes).toEqual(Array(2).fill({ ok: false, reason: 'pictureSvg' }))
    expect(await db().image.count()).toBe(0)
    expect(existsSync(uploadPath(id))).toBe(false)
  })
})

describe('an upload is its sender’s alone', () => {
  test('somebody else neither finds nor takes it', async () => {
    const id = await sent(await jpegOf())
    const before = await dumpDatabase()

    const theirs = await complete({ id }, editor)

    expect(theirs).toEqual({ ok: false, reason: 'noSuchUpload' })
    expect(await isOwnUpload(db(), editor, id)).toBe(false)
    expect(await isOwnUpload(db(), reporter, id)).toBe(true)
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each(['', '../../etc/passwd', 'a'.repeat(32), 7, null])('%j is none', async (id) => {
    const outcome = await complete({ id: id as string })

    expect(outcome).toEqual({ ok: false, reason: 'noSuchUpload' })
    expect(await isOwnUpload(db(), reporter, id as string)).toBe(false)
  })
})

test.each([0, -1, 1.5, 25 * megabyte + 1, Number.NaN, '1000'])(
  'an upload of %j bytes is not begun',
  async (bytes) => {
    const before = await dumpDatabase()

    const outcome = await runCommand(db(), reporter, beginUpload, { bytes: bytes as number }, noon)

    expect(outcome).toEqual({ ok: false, reason: 'invalid', fields: ['bytes'] })
    expect(await dumpDatabase()).toEqual(before)
  },
)

describe('what a person may have on its way has an end', () => {
  test('in number, also when many are begun at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 80 }, () =>
        runCommand(db(), reporter, beginUpload, { bytes: 1_000 }, noon),
      ),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(60)
    expect(outcomes).toContainEqual({ ok: false, reason: 'tooManyUploads' })
    expect(await begin(1_000, editor)).toMatch(/^[0-9a-f]{32}$/)
  })

  test('in bytes', async () => {
    for (let count = 0; count < 24; count += 1) await begin(25 * megabyte)

    expect(await runCommand(db(), reporter, beginUpload, { bytes: 1 }, noon)).toMatchObject({
      reason: 'tooManyUploads',
    })
  })

  test('and what was taken or lies forgotten for an hour makes room', async () => {
    const completed = await sent(await jpegOf())
    const idle = await begin()
    for (let count = 0; count < 58; count += 1) await begin(1_000, reporter, at(hours(1)))
    await complete({ id: completed })
    await begin(1_000, reporter, at(hours(1)))

    const fresh = await begin(1_000, reporter, at(hours(1)))

    expect(await isOwnUpload(db(), reporter, idle)).toBe(false)
    expect(await isOwnUpload(db(), reporter, fresh)).toBe(true)
  })
})

test('after a day an upload is forgotten, row and bytes; a younger one is not', async () => {
  const [old, young] = [await begin(), await begin(1_000, reporter, at(hours(2)))]
  for (const [id, hour] of [
    [old, 0],
    [young, 2],
    ['left-by-an-account-that-is-gone', 0],
  ] as const) {
    await writeFile(join(uploadsFolder(), id), 'part')
    await utimes(join(uploadsFolder(), id), at(hours(hour)), at(hours(hour)))
  }

  await runCommand(db(), testActor('system'), deleteExpiredUploads, {}, at(hours(25)))

  expect(await readdir(uploadsFolder())).toEqual([young])
  expect((await db().upload.findMany()).map(({ id }) => id)).toEqual([young])
})

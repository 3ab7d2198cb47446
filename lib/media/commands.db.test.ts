import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '@/lib/commands/command'

const folder = vi.hoisted(() => {
  const name = `dainik-media-commands-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import { db } from '@/lib/db/client'
import { originalPath } from '@/lib/media/files/file-store'
import {
  editor,
  listInvalidatedTags,
  reporter,
  subEditor,
} from '@/tools/test-harness/fixtures/actors'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'
import {
  dumpDatabase,
  insertStory,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { uploadPicture } from '@/tools/test-harness/fixtures/uploads'
import { describePicture, storePictureFile } from './commands'
import { findPictures, listPictures } from './queries'

let paper: TestPaper
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  paper = await resetToTestPaper()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function upload(user = reporter, width?: number): Promise<number> {
  const { id } = await uploadPicture(user, await jpegOf(width))
  await runCommand(db(), user, describePicture, { id, credit: 'ফোকাস' })
  return id
}

describe('a picture that somebody sends', () => {
  test('is in the archive under their name, its words still to be written', async () => {
    const id = await upload()

    const row = await db().image.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ alt: '', uploadedById: reporter.id, width: 400 })
    expect((await sharp(await readFile(originalPath(row.hash))).metadata()).width).toBe(400)
  })

  test('stays who sent it first', async () => {
    const [first, second] = [await upload(reporter), await upload(editor)]

    expect(second).toBe(first)
    expect(await db().image.findUnique({ where: { id: first } })).toMatchObject({
      uploadedById: reporter.id,
    })
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'pictureEmpty'],
    ['a script', Buffer.from('<svg onload="alert(1)"/>'), 'pictureSvg'],
    ['too much', Buffer.alloc(25 * 1024 * 1024 + 1), 'pictureTooLarge'],
  ])('as %s is refused, and nothing is written', async (_, bytes, reason) => {
    const before = await dumpDatabase()

    expect(await storePictureFile(bytes)).toBe(reason)
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('new words for a picture', () => {
  test('take the place of the old ones; what is not said stays', async () => {
    const id = await upload()

    const outcome = await runCommand(db(), reporter, describePicture, { id, alt: ' নদীতে নৌকা ' })

    expect(outcome).toMatchObject({ ok: true, picture: { id, alt: 'নদীতে নৌকা', credit: 'ফোকাস' } })
  })

  test('reach readers of every story that shows it, above or inside its text', async () => {
    const id = await upload()
    const body = [{ kind: 'image', imageId: id }]
    const lead = await insertStory(paper, { leadImageId: id })
    const inside = await insertStory(paper, { body })
    await insertStory(paper, { body: [{ kind: 'image', imageId: id + 1 }] })
    await insertStory(paper, { body, status: 'draft', publishAt: null, publishedAt: null })
    await db().tagVersion.deleteMany()

    await runCommand(db(), subEditor, describePicture, { id, alt: 'নৌকা' })

    expect((await listInvalidatedTags()).filter((tag) => tag.startsWith('article:'))).toEqual(
      [`article:${lead}`, `article:${inside}`].toSorted(),
    )
  })

  test('are recorded in every published story that shows them, which is looked at again', async () => {
    const id = await upload()
    const shows = await insertStory(paper, { leadImageId: id })
    const body = [{ kind: 'image', imageId: id, alt: 'খেয়াঘাট', caption: 'ঘাট', credit: 'করিম' }]
    const hasItsOwn = await insertStory(paper, { body })
    const draft = { status: 'draft', publishAt: null, publishedAt: null } as const
    await insertStory(paper, { leadImageId: id, ...draft })
    const revisionsBefore = await db().revision.count()

    await runCommand(db(), subEditor, describePicture, { id, alt: 'নৌকা', focalX: 0.2 })

    expect(await db().revision.count()).toBe(revisionsBefore + 1)
    expect(
      await db().revision.findFirst({ where: { articleId: shows }, orderBy: { number: 'desc' } }),
    ).toMatchObject({ reason: 'pictureWords', actorId: subEditor.id })
    expect(
      await db().auditEntry.findMany({ where: { articleId: { in: [shows, hasItsOwn] } } }),
    ).toMatchObject([{ articleId: shows, command: 'describePicture', actorId: subEditor.id }])
    expect(await db().outboxEvent.findMany()).toMatchObject([
      { articleId: shows, command: 'requestPublicationCheck' },
    ])
  })

  test('that are the old ones are recorded nowhere', async () => {
    const id = await upload()
    await insertStory(paper, { leadImageId: id })
    const before = await db().revision.count()

    await runCommand(db(), subEditor, describePicture, { id, credit: 'ফোকাস', focalX: 0.2 })

    expect(await db().revision.count()).toBe(before)
  })

  test('are not a reporter’s to give to somebody else’s picture', async () => {
    const id = await upload(editor)
    const before = await dumpDatabase()

    const outcome = await runCommand(db(), reporter, describePicture, { id, alt: 'নৌকা' })

    expect(outcome).toEqual({ ok: false, reason: 'notYourPicture' })
    expect(await dumpDatabase()).toEqual(before)
  })

  test.each([
    ['a focal point outside', { focalX: 2 }, 'focalX'],
    ['words without end', { alt: 'ক'.repeat(501) }, 'alt'],
    ['a number that is none', { id: -1 }, 'id'],
  ])('%s are refused', async (_, wrong, field) => {
    const id = await upload()

    expect(await runCommand(db(), reporter, describePicture, { id, ...wrong })).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: [field],
    })
  })
})

test('pictures are found by words of their own, newest first, and by number', async () => {
  const [boat, field] = [await upload(), await upload(reporter, 500)]
  await runCommand(db(), reporter, describePicture, { id: boat, alt: 'নদীতে নৌকা' })
  await runCommand(db(), reporter, describePicture, {
    id: field,
    alt: 'ধানখেত',
    caption: 'নদীর ধারে',
  })

  const found = async (typed: string) => (await findPictures(typed)).pictures.map(({ id }) => id)

  expect(await found('')).toEqual([field, boat])
  expect(await found('নদী')).toEqual([field, boat])
  expect(await found('নৌকা ফোকাস')).toEqual([boat])
  expect(await found('পাহাড়')).toEqual([])
  expect((await listPictures([boat, 404])).map(({ id }) => id)).toEqual([boat])
})

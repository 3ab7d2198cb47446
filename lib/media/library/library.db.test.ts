import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '@/lib/commands/command'

const folder = vi.hoisted(() => {
  const name = `dainik-library-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import type { Actor } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { deletePicture, describePicture } from '@/lib/media/commands'
import { originalPath } from '@/lib/media/files/file-store'
import { findPictureRecord, listLibrary } from '@/lib/media/queries'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import {
  newStory,
  openWorkingCopy,
  saveWorkingCopy,
} from '@/lib/newsroom/draft/working-copy-commands'
import { editStory } from '@/lib/newsroom/publish/edit-commands'
import { editor, reporter, subEditor } from '@/tools/test-harness/fixtures/actors'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'
import {
  dumpDatabase,
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { uploadPicture } from '@/tools/test-harness/fixtures/uploads'
import { type LibraryQuery, picturesPerPage } from './library'
import { reindexPictures } from './picture-index'

let paper: TestPaper
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  paper = await resetToTestPaper()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Words = { alt?: string; caption?: string | null; credit?: string | null }

/** A row of the archive, without its file. */
async function addRow(words: Words = {}, uploadedById: string | null = null): Promise<number> {
  const hash = randomBytes(32).toString('hex')
  const facts = { hash, mediaType: 'image/jpeg', bytes: 1, width: 1_600, height: 1_067 }
  const { id } = await db().image.create({ data: { ...facts, alt: '', ...words, uploadedById } })
  return id
}

async function list(given: Partial<LibraryQuery> = {}): Promise<number[]> {
  const defaults = { typed: '', view: 'all', ownerId: null, after: null } as const
  return (await listLibrary({ ...defaults, ...given })).pictures.map(({ id }) => id)
}

const usesOf = async (id: number) =>
  (await findPictureRecord(id))?.uses.map(({ articleId, place }) => [articleId, place])

const bodyWith = (imageId: number) => [{ kind: 'image' as const, imageId }]

describe('the archive is leafed through', () => {
  test('newest first, page by page, each picture once', async () => {
    const ids: number[] = []
    for (let count = 0; count < picturesPerPage * 2 + 1; count += 1) ids.push(await addRow())

    const defaults = { typed: '', view: 'all', ownerId: null } as const
    const first = await listLibrary({ ...defaults, after: null })
    const second = await listLibrary({ ...defaults, after: first.next })
    const third = await listLibrary({ ...defaults, after: second.next })

    const listedIds = [first, second, third].flatMap(({ pictures }) => pictures.map(({ id }) => id))
    expect(listedIds).toEqual(ids.toReversed())
    expect(third.next).toBeNull()
  })

  test('by whose they are, and by what is missing', async () => {
    const full = { alt: 'নৌকা', credit: 'ফোকাস' }
    const mine = await addRow({ credit: 'ফোকাস' }, reporter.id)
    const theirs = await addRow({ alt: 'নৌকা' }, editor.id)
    const whole = await addRow(full, editor.id)

    expect(await list({ ownerId: reporter.id })).toEqual([mine])
    expect(await list({ view: 'noAlt' })).toEqual([mine])
    expect(await list({ view: 'noCredit' })).toEqual([theirs])
    expect(await list({ view: 'noCredit', ownerId: reporter.id })).toEqual([])
    expect(await list()).toEqual([whole, theirs, mine])
  })
})

describe('a picture is found', () => {
  test.each([
    ['by the beginning of a word', 'নদ'],
    ['by a word in another form', 'নদীগুলোর'],
    ['by caption and credit together', 'কুড়িগ্রাম শহীদুল'],
    ['whichever way its letters were typed', 'কুড়িগ্রাম'],
    ['by Latin letters', 'nodi'],
    ['by a number in either digits', '2026'],
  ])('%s', async (_, typed) => {
    const words = { alt: 'নদীর ভাঙন', caption: 'কুড়িগ্রামে, ২০২৬', credit: 'শহীদুল আলম' }
    const id = await addRow(words)
    await addRow({ alt: 'ধানখেত' })
    await reindexPictures(db())

    expect(await list({ typed })).toEqual([id])
  })

  test.each(["'", '\\', '&|!():*', 'ক'.repeat(5_000), '<->'])(
    'not at all by %j, and no fault',
    async (typed) => {
      await addRow({ alt: 'নদী' })
      await reindexPictures(db())

      expect((await list({ typed: typed.slice(0, 200) })).length).toBeLessThan(2)
    },
  )

  test('by its new words, and no more by its old ones', async () => {
    const id = await addRow({ alt: 'নদী' })
    await reindexPictures(db())

    await runCommand(db(), subEditor, describePicture, { id, alt: 'পাহাড়', credit: ' ' })

    expect(await list({ typed: 'পাহাড়' })).toEqual([id])
    expect(await list({ typed: 'নদী' })).toEqual([])
    expect(await list({ view: 'noCredit' })).toEqual([id])
  })

  test('as soon as it was sent in', async () => {
    const { id } = await uploadPicture(reporter, await jpegOf())
    await runCommand(db(), reporter, describePicture, { id, credit: 'ফোকাস' })

    expect(await list({ typed: 'ফোকাস' })).toEqual([id])
  })
})

describe('where a picture is shown', () => {
  test('is told as a story changes: above it, inside it, once', async () => {
    const [lead, inside] = [await addRow(), await addRow()]
    const story = await insertStory(paper, { leadImageId: lead, body: bodyWith(inside) })

    const before = [await usesOf(lead), await usesOf(inside), await list({ view: 'unused' })]
    await runCommand(
      db(),
      editor,
      editStory,
      { id: story, expectedVersion: 1, leadImageId: null },
      noon,
    )
    await runCommand(
      db(),
      editor,
      editStory,
      { id: story, expectedVersion: 2, body: bodyWith(inside) },
      noon,
    )

    expect(before).toEqual([[[story, 'story']], [[story, 'story']], []])
    expect(await usesOf(lead)).toEqual([[story, 'history']])
    expect(await usesOf(inside)).toEqual([[story, 'story']])
    expect(await list({ view: 'unused' })).toEqual([lead])
  })

  test('follows what is being written and not yet saved', async () => {
    const id = await addRow()
    const begun = await runCommand(db(), reporter, newStory, { key: 'key-of-a-story' }, noon)
    const articleId = begun.ok ? begun.story.id : 0
    const place = { articleId, tab: 'tab-of-a-writer' }
    await runCommand(db(), reporter, openWorkingCopy, place, noon)
    const write = (leadImageId: number | null, onVersion: number) =>
      runCommand(
        db(),
        reporter,
        saveWorkingCopy,
        {
          ...place,
          onVersion,
          attempt: `attempt-${onVersion}`,
          content: { ...blankContent('national'), leadImageId },
        },
        noon,
      )

    const first = await write(id, 1)
    const uses = await usesOf(id)
    const refused = await runCommand(db(), editor, deletePicture, { id })
    const second = await write(null, first.ok ? first.copyVersion : 1)

    expect(uses).toEqual([[articleId, 'copy']])
    expect(refused).toEqual({ ok: false, reason: 'pictureInUse' })
    expect(second.ok).toBe(true)
    expect(await usesOf(id)).toEqual([])
    expect(await list({ view: 'unused' })).toEqual([id])
  })

  test('is nothing of a number that no picture has', async () => {
    const body = [...bodyWith(404), ...bodyWith(9_007_199_254_740_991)]

    const story = await insertStory(paper, { body })

    expect(await db().pictureUse.count({ where: { articleId: story } })).toBe(0)
    expect(await findPictureRecord(404)).toBeNull()
  })

  test('ends with the story', async () => {
    const id = await addRow()
    const story = await insertStory(paper, { leadImageId: id })

    await db().article.delete({ where: { id: story } })

    expect(await list({ view: 'unused' })).toEqual([id])
  })
})

test('what readers have before them is the desk’s to describe, though a reporter sent it in', async () => {
  const id = await addRow({ alt: 'নৌকা' }, reporter.id)
  const draft = { status: 'draft', publishAt: null, publishedAt: null } as const
  await insertStory(paper, { leadImageId: id, ...draft })

  const inDraft = await runCommand(db(), reporter, describePicture, { id, alt: 'নদী' })
  await insertStory(paper, { body: bodyWith(id) })
  const inPublic = await runCommand(db(), reporter, describePicture, { id, alt: 'পাহাড়' })

  expect(inDraft).toMatchObject({ ok: true })
  expect(inPublic).toEqual({ ok: false, reason: 'pictureBeforeReaders' })
  expect(await runCommand(db(), subEditor, describePicture, { id, alt: 'ঢেউ' })).toMatchObject({
    ok: true,
  })
})

describe('a picture is taken away', () => {
  const upload = async (by: Actor = reporter) => uploadPicture(by, await jpegOf())

  test('with its files, when nothing shows it, though something once did', async () => {
    const { id, hash } = await upload()
    const story = await insertStory(paper, { leadImageId: id })
    await runCommand(
      db(),
      editor,
      editStory,
      { id: story, expectedVersion: 1, leadImageId: null },
      noon,
    )

    const outcome = await runCommand(db(), reporter, deletePicture, { id })

    expect(outcome).toMatchObject({ ok: true })
    expect(existsSync(originalPath(hash))).toBe(false)
    expect(await db().image.count()).toBe(0)
  })

  test('not while a story shows it, in whatever state', async () => {
    const { id, hash } = await upload()
    await insertStory(paper, { leadImageId: id, status: 'draft', publishAt: null })
    const before = await dumpDatabase()

    expect(await runCommand(db(), editor, deletePicture, { id })).toEqual({
      ok: false,
      reason: 'pictureInUse',
    })
    expect(await dumpDatabase()).toEqual(before)
    expect(existsSync(originalPath(hash))).toBe(true)
  })

  test('not by the database either', async () => {
    const { id } = await upload()
    await insertStory(paper, { body: bodyWith(id) })

    await expect(db().image.delete({ where: { id } })).rejects.toThrow()
  })

  test('by a reporter only when they sent it in', async () => {
    const { id } = await upload(editor)

    expect(await runCommand(db(), reporter, deletePicture, { id })).toEqual({
      ok: false,
      reason: 'notYourPicture',
    })
    expect(await runCommand(db(), subEditor, deletePicture, { id })).toMatchObject({ ok: true })
    expect(await runCommand(db(), subEditor, deletePicture, { id })).toEqual({
      ok: false,
      reason: 'noSuchPicture',
    })
  })

  test('never, when a story came to show it at the same moment', async () => {
    const { id } = await upload()
    const story = await insertStory(paper)

    const [shown, gone] = await Promise.all([
      runCommand(db(), editor, editStory, { id: story, expectedVersion: 1, leadImageId: id }, noon),
      runCommand(db(), editor, deletePicture, { id }),
    ])

    expect([shown.ok, gone.ok].filter(Boolean)).toHaveLength(1)
    expect(await db().image.count()).toBe(shown.ok ? 1 : 0)
  })
})

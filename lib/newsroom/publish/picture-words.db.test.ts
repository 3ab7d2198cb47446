import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { runCommand } from '@/lib/commands/command'
import { inStory } from '@/lib/content-model/picture-words'
import { db } from '@/lib/db/client'
import { editor, reporter } from '@/tools/test-harness/fixtures/actors'
import { openTab } from '@/tools/test-harness/fixtures/editor-tabs'
import { anyVersion } from '@/tools/test-harness/fixtures/stories'
import {
  insertStory,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { publishStory } from './publish-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

/** A picture of the archive with these words. */
const insertPicture = async (words: { alt: string; caption?: string; credit?: string }) => {
  const hash = randomBytes(32).toString('hex')
  const row = await db().image.create({
    data: { hash, mediaType: 'image/jpeg', bytes: 1, width: 400, height: 300, ...words },
  })
  return row.id
}

const articleOf = async (id: number) => {
  const found = await findArticle(id, noon)
  if (!found || !('article' in found)) throw new Error(`story ${id} is not public`)
  return found.article
}

test('what a draft says of a picture of the archive is that story’s alone, above and in the text', async () => {
  const imageId = await insertPicture({ alt: 'নদী', caption: 'পুরোনো ক্যাপশন', credit: 'রহিম' })
  const published = await insertStory(paper, {
    leadImageId: imageId,
    body: [{ kind: 'image', imageId }],
  })
  const id = await insertStory(paper, {
    status: 'draft',
    publishAt: null,
    ownerId: reporter.id,
    body: [paragraphBlock('লেখা।')],
  })
  const tab = openTab(reporter, id, 'one')
  const { content, state } = await tab.open()
  const leadWords = { caption: 'আজকের ক্যাপশন' }
  const image = { kind: 'image', imageId, alt: 'ভাঙা পাড়', credit: 'করিম' } as const
  await tab.save(
    { ...content, leadImageId: imageId, leadWords, body: [paragraphBlock('লেখা।'), image] },
    state.copyVersion,
  )

  await runCommand(db(), editor, publishStory, anyVersion(id), noon)

  const [other, own] = [await articleOf(published), await articleOf(id)]
  const library = { alt: 'নদী', caption: 'পুরোনো ক্যাপশন', credit: 'রহিম' }
  expect(other.image).toMatchObject(library)
  expect(inStory(other.pictures[imageId] ?? library, other.body[0] as object)).toMatchObject(
    library,
  )
  expect(own.image).toMatchObject({ ...library, caption: 'আজকের ক্যাপশন' })
  expect(own.body[1]).toEqual(image)
  expect(await db().image.findUnique({ where: { id: imageId } })).toMatchObject(library)
  const revision = await db().revision.findFirst({
    where: { articleId: id },
    orderBy: { number: 'desc' },
  })
  expect(revision?.snapshot).toMatchObject({ leadWords })
})

test('a description written in the story is one, where the library has none', async () => {
  const imageId = await insertPicture({ alt: '' })
  const id = await insertStory(paper, {
    status: 'inReview',
    publishAt: null,
    leadImageId: imageId,
  })
  const tab = openTab(editor, id, 'one')
  const { content, state } = await tab.open()
  const refused = await runCommand(db(), editor, publishStory, anyVersion(id), noon)
  await tab.save({ ...content, leadWords: { alt: 'ভাঙা পাড়' } }, state.copyVersion)

  const outcome = await runCommand(db(), editor, publishStory, anyVersion(id), noon)

  expect(refused).toEqual({ ok: false, reason: 'notReady' })
  expect(outcome).toMatchObject({ ok: true })
})

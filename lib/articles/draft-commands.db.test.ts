import { beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { editor, listInvalidatedTags } from '@/tools/test-harness/fixtures/actors'
import { listRevisionsOf, readStory } from '@/tools/test-harness/fixtures/stories'
import {
  dumpDatabase,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import { draftStory } from './draft-commands'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

describe('a draft', () => {
  const words = { headline: 'নতুন খবর', body: [paragraphBlock('প্রথম অনুচ্ছেদ।')], category: 'dhaka' }

  test('is there with its first revision, and no reader sees it', async () => {
    const outcome = await runCommand(
      db(),
      editor,
      draftStory,
      { ...words, contributorIds: [paper.desk.id, paper.person.id], topicIds: [paper.flood.id] },
      noon,
    )

    expect(outcome).toMatchObject({ ok: true, story: { id: 1, version: 1 } })
    expect(await readStory(1)).toMatchObject({ status: 'draft', publicAt: null, wordCount: 2 })
    expect(await listRevisionsOf(1)).toMatchObject([
      { number: 1, reason: 'drafted', snapshot: { contributorIds: [2, 1], topicIds: [2] } },
    ])
    expect(await listInvalidatedTags()).toEqual([])
  })

  test.each([
    ['a category', { category: 'nowhere' }, 'noSuchCategory'],
    ['a person', { contributorIds: [404] }, 'noSuchContributor'],
    ['a topic', { topicIds: [404] }, 'noSuchTopic'],
    ['a source', { sourceId: 404 }, 'noSuchSource'],
    ['a picture', { leadImageId: 404 }, 'noSuchPicture'],
    [
      'a picture in its text',
      { body: [{ kind: 'image' as const, imageId: 404 }] },
      'noSuchPicture',
    ],
  ])('is refused with %s that is not there', async (_, input, reason) => {
    const before = await dumpDatabase()

    expect(await runCommand(db(), editor, draftStory, { ...words, ...input }, noon)).toEqual({
      ok: false,
      reason,
    })
    expect(await dumpDatabase()).toEqual(before)
  })
})

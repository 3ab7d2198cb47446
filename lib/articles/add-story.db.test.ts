import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { runTransaction } from '@/lib/db/run-transaction'
import {
  at,
  hours,
  minutes,
  noon,
  paragraphBlock,
  resetToTestPaper,
  type TestPaper,
  testTransaction,
} from '@/tools/test-harness/fixtures/test-paper'
import { addStory, completeStory, type NewStory } from './add-story'

let paper: TestPaper
beforeEach(async () => {
  paper = await resetToTestPaper()
})

const newStory = (changed: Partial<NewStory> = {}): NewStory => ({
  headline: 'নদীর পানি বাড়ছে',
  body: [paragraphBlock('উজানের ঢলে নদীর পানি বাড়ছে।'), paragraphBlock('র‍্যাব কাজ করছে।')],
  status: 'published',
  publishedAt: noon,
  categoryId: paper.dhaka.id,
  contributorIds: [paper.desk.id, paper.person.id],
  topicIds: [paper.flood.id],
  sourceId: null,
  leadImageId: null,
  reason: 'test',
  ...changed,
})

const read = (id: number) =>
  db().article.findUniqueOrThrow({
    where: { id },
    include: {
      bylines: { orderBy: { position: 'asc' } },
      topics: true,
      corrections: true,
      revisions: { orderBy: { number: 'asc' } },
    },
  })

describe('a new story', () => {
  test('has its bylines in order, its words counted and its first revision', async () => {
    const id = await addStory(testTransaction(), newStory({ kicker: 'বন্যা' }))

    const story = await read(id)

    expect(story).toMatchObject({
      wordCount: 8,
      version: 1,
      publishAt: noon,
      publishedAt: noon,
      publicAt: noon,
      notedChangeAt: null,
      bylines: [{ contributorId: paper.desk.id }, { contributorId: paper.person.id }],
      topics: [{ topicId: paper.flood.id }],
      revisions: [
        {
          number: 1,
          reason: 'test',
          snapshot: {
            headline: 'নদীর পানি বাড়ছে',
            kicker: 'বন্যা',
            standfirst: null,
            body: newStory().body,
            contributorIds: [paper.desk.id, paper.person.id],
            topicIds: [paper.flood.id],
          },
        },
      ],
    })
  })

  test('was changed when its newest correction says', async () => {
    const corrections = [minutes(5), minutes(9), minutes(1)].map((shift) => ({
      kind: 'correction' as const,
      note: 'সংশোধন',
      at: at(shift),
    }))

    const id = await addStory(
      testTransaction(),
      newStory({ corrections, notedChangeAt: at(minutes(3)) }),
    )

    expect((await read(id)).notedChangeAt).toEqual(at(minutes(9)))
  })

  test.each([
    ['draft', { publishAt: null, publishedAt: null, withdrawnAt: null, publicAt: null }],
    ['withdrawn', { publishAt: noon, publishedAt: noon, withdrawnAt: noon, publicAt: null }],
  ] as const)('%s is hidden', async (status, expected) => {
    const id = await addStory(testTransaction(), newStory({ status }))

    expect(await read(id)).toMatchObject(expected)
  })

  test('is there whole or not at all', async () => {
    const adding = runTransaction(db(), (tx) => addStory(tx, newStory({ topicIds: [999] })))

    await expect(adding).rejects.toThrow()
    expect(await db().article.count()).toBe(0)
    expect(await db().revision.count()).toBe(0)
  })
})

describe('a bare headline that gets its story', () => {
  test('keeps its number and both its revisions', async () => {
    const bare = newStory({ body: [], isHeadlineOnly: true, contributorIds: [], topicIds: [] })
    const id = await addStory(testTransaction(), { ...bare, categoryId: paper.sports.id })

    await completeStory(testTransaction(), id, newStory({ publishedAt: at(-hours(1)) }))

    expect(await read(id)).toMatchObject({
      isHeadlineOnly: false,
      categoryId: paper.dhaka.id,
      wordCount: 8,
      version: 2,
      publicAt: at(-hours(1)),
      bylines: [{ contributorId: paper.desk.id }, { contributorId: paper.person.id }],
      revisions: [
        { number: 1, snapshot: { body: [] } },
        { number: 2, snapshot: { body: newStory().body } },
      ],
    })
  })
})
